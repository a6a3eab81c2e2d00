package io.siyu.follower.distribution;

import io.siyu.follower.AccountCapacity;
import io.siyu.follower.CandidatesAssigned;
import io.siyu.follower.distribution.FollowerDistribution.Place;
import io.siyu.follower.distribution.FollowerDistribution.Share;
import io.siyu.follower.distribution.FollowerDistribution.Step;
import io.siyu.staff.Account;
import io.siyu.staff.AccountRepository;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Gives some candidates to the accounts that they were planned for, if still unassigned, up to the capacity. */
@ApplicationScoped
class DistributionBatch {
    private final AccountRepository accounts;
    private final AccountCapacity capacity;
    private final UnassignedCandidates pool;
    private final Event<CandidatesAssigned> assigned;

    DistributionBatch(
            AccountRepository accounts,
            AccountCapacity capacity,
            UnassignedCandidates pool,
            Event<CandidatesAssigned> assigned) {
        this.accounts = accounts;
        this.capacity = capacity;
        this.pool = pool;
        this.assigned = assigned;
    }

    /**
     * In a transaction.
     *
     * @param places not empty, in their sequence
     */
    Step give(long shopId, List<Place> places, LocalDate day, Instant now) {
        List<Account> open = accounts.listActive(shopId).stream()
                .filter(account -> places.stream().anyMatch(place -> place.accountId() == account.id()))
                .toList();
        Map<Long, AccountCapacity.Room> byAccount = capacity.lock(shopId, open, day).stream()
                .collect(Collectors.toMap(room -> room.account().id(), room -> room));
        Set<Long> inPool =
                pool.lock(shopId, places.stream().map(Place::candidate).toList());
        Map<Long, List<UnassignedCandidates.Candidate>> given = new TreeMap<>();
        int gone = 0;
        int noRoom = 0;
        for (Place place : places) {
            AccountCapacity.Room room = byAccount.get(place.accountId());
            List<UnassignedCandidates.Candidate> mine =
                    given.computeIfAbsent(place.accountId(), id -> new ArrayList<>());
            if (!inPool.contains(place.followerId())) {
                gone++;
            } else if (room == null || mine.size() == room.left()) {
                noRoom++;
            } else {
                mine.add(place.candidate());
            }
        }
        given.keySet().retainAll(byAccount.keySet());
        pool.assign(shopId, given, day, now);
        tell(shopId, given, now);
        List<Share> shares = new ArrayList<>();
        given.forEach((account, candidates) -> {
            capacity.count(shopId, account, day, candidates.size());
            shares.add(share(byAccount.get(account), candidates.size()));
        });
        int last = places.get(places.size() - 1).seq();
        return new Step(last, places.size() - gone - noRoom, noRoom, gone, shares);
    }

    private void tell(long shopId, Map<Long, List<UnassignedCandidates.Candidate>> given, Instant now) {
        List<CandidatesAssigned.Assigned> all = new ArrayList<>();
        given.forEach((account, candidates) -> candidates.forEach(candidate ->
                all.add(new CandidatesAssigned.Assigned(candidate.followerId(), candidate.buyerId(), account))));
        if (!all.isEmpty()) {
            assigned.fire(new CandidatesAssigned(shopId, all, now));
        }
    }

    private static Share share(AccountCapacity.Room room, int given) {
        return new Share(room.account().id(), given, room.capacityLeft() - given, room.dailyLeft() - given);
    }
}
