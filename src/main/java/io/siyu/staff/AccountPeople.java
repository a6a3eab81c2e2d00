package io.siyu.staff;

import io.siyu.staff.AccountWorker.Why;

import java.time.Instant;
import java.util.Set;

/**
 * The people around an account, and the one rule of who works for it (R14): its owner, if here; else its backup or the
 * absence's, if here; else nobody, so that it is the shop's pool's. There are no chains: the backup of a backup is not
 * asked.
 *
 * @param backup the account's; null for none
 * @param standIn the one named for the owner's absence; null for none
 */
public record AccountPeople(long accountId, Person owner, Person backup, Person standIn) {
    /**
     * Somebody, as far as it matters for work.
     *
     * @param roles those that count
     * @param absence null for none
     */
    public record Person(long id, StaffStatus status, Set<String> roles, Absence absence) {
        boolean isAwayAt(Instant at) {
            return absence != null && absence.covers(at);
        }

        /** Whoever is only invited does not work here yet. */
        boolean worksAt(Instant at) {
            return Staff.worksAt(status, roles, absence, at);
        }
    }

    public AccountWorker at(Instant at) {
        if (owner.worksAt(at)) {
            return worker(owner.id(), Why.OWNER);
        }
        if (owner.status() == StaffStatus.INVITED) {
            return worker(null, Why.OWNER_NOT_HERE_YET);
        }
        boolean isAway = owner.status() == StaffStatus.ACTIVE && owner.isAwayAt(at);
        Why why = isAway ? Why.OWNER_AWAY : Why.OWNER_GONE;
        if (backup != null && backup.worksAt(at)) {
            return worker(backup.id(), why);
        }
        // Who stands in does so for the absence, not for somebody who was put out meanwhile.
        if (isAway && standIn != null && standIn.worksAt(at)) {
            return worker(standIn.id(), why);
        }
        return worker(null, why);
    }

    private AccountWorker worker(Long staffId, Why why) {
        return new AccountWorker(owner.id(), staffId, why);
    }
}
