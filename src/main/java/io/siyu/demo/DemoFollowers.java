package io.siyu.demo;

import io.quarkus.arc.profile.IfBuildProfile;
import io.siyu.follower.distribution.DistributeFollowersRequest;
import io.siyu.follower.distribution.FollowerDistributionService;
import io.siyu.follower.person.PastFollowers;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.InSteps;
import io.siyu.shop.Shop;
import io.siyu.staff.AccountRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.util.List;

/** A shop that has been at it for a while: many buyers are followers already, some are to be added today. */
@InSteps
@IfBuildProfile(anyOf = {"dev", "test"})
@ApplicationScoped
class DemoFollowers {
    /** Of this many buyers each account has added one. */
    private static final int ONE_OF = 9;

    private static final int TO_ADD_TODAY = 24;

    private final AccountRepository accounts;
    private final PastFollowers followers;
    private final FollowerDistributionService distribution;
    private final Clock clock;

    DemoFollowers(
            AccountRepository accounts,
            PastFollowers followers,
            FollowerDistributionService distribution,
            Clock clock) {
        this.accounts = accounts;
        this.followers = followers;
        this.distribution = distribution;
        this.clock = clock;
    }

    void arrange(Shop shop) {
        Contention.inTransaction(() -> {
            List<Long> all = accounts.listActive(shop.id()).stream()
                    .map(account -> account.id())
                    .toList();
            followers.add(shop.id(), all, ONE_OF, clock.instant());
            return null;
        });
        distribution.request(shop.id(), null, new DistributeFollowersRequest(null, null, null, TO_ADD_TODAY));
    }
}
