package io.siyu.staff;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.siyu.platform.sql.Contention;
import io.siyu.shop.ShopRepository;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * Remembers with a shop's people which roles their logins give: somebody to whom only the shop gives a role can do nothing
 * with it. Nothing is written as long as the login gives what it gave before.
 */
@ApplicationScoped
class LoginRoles {
    private final StaffRepository staff;
    private final MembershipRepository memberships;
    private final ShopRepository shops;
    private final WorkingStaff working;

    LoginRoles(StaffRepository staff, MembershipRepository memberships, ShopRepository shops, WorkingStaff working) {
        this.staff = staff;
        this.memberships = memberships;
        this.shops = shops;
        this.working = working;
    }

    /** In all shops of the person, each in a transaction of its own. */
    void remember(SeenLogin seen) {
        if (QuarkusTransaction.isActive()) {
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
