package io.siyu.staff.caller;

import io.siyu.platform.sql.Contention;
import io.siyu.shop.ShopRepository;
import io.siyu.staff.MembershipRepository;
import io.siyu.staff.SeenLogin;
import io.siyu.staff.StaffRepository;
import io.siyu.staff.WorkingStaff;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * Remembers with a shop's people which roles their logins give: somebody to whom only the shop gives a role can do nothing
 * with it. Nothing is written as long as the login gives what it gave before.
 */
@ApplicationScoped
class LoginRoleService {
    private final StaffRepository staff;
    private final MembershipRepository memberships;
    private final ShopRepository shops;
    private final WorkingStaff working;
    private final TransactionSynchronizationRegistry transaction;

    LoginRoleService(
            StaffRepository staff,
            MembershipRepository memberships,
            ShopRepository shops,
            WorkingStaff working,
            TransactionSynchronizationRegistry transaction) {
        this.staff = staff;
        this.memberships = memberships;
        this.shops = shops;
        this.working = working;
        this.transaction = transaction;
    }

    /** In all shops of the person, each in a transaction of its own. */
    void remember(SeenLogin seen) {
        if (transaction.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
            // What holds rows of the shop already would wait for itself; the person's next request tells as well.
            return;
        }
        for (MembershipRepository.Place place : memberships.listSeenOtherwise(seen)) {
            Contention.inTransaction(() -> {
                rememberAt(place, seen);
                return null;
            });
        }
    }

    private void rememberAt(MembershipRepository.Place place, SeenLogin seen) {
        shops.lockPeople(place.shopId());
        staff.findIn(place.shopId(), place.staffId())
                .filter(member -> member.isSeenOtherwise(seen))
                .ifPresent(member -> {
                    boolean wasWorking = member.isWorking();
                    member.see(seen);
                    staff.flush();
                    working.tellOf(member, wasWorking);
                });
    }
}
