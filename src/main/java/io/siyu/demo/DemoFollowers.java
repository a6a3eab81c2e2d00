package io.siyu.demo;

import io.quarkus.arc.profile.IfBuildProfile;
import io.siyu.follower.FollowerChanges;
import io.siyu.follower.distribution.DistributeFollowersRequest;
import io.siyu.follower.distribution.FollowerDistributionService;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.InSteps;
import io.siyu.platform.sql.Sql;
import io.siyu.shop.Shop;
import io.siyu.staff.Account;
import io.siyu.staff.AccountRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** A shop that has been at it for a while: many buyers are followers already, some are to be added today. */
@InSteps
@IfBuildProfile(anyOf = {"dev", "test"})
@ApplicationScoped
public class DemoFollowers {
    /** Of this many buyers each account has added one. */
    private static final int ONE_OF = 9;

    private static final int TO_ADD_TODAY = 24;

    private final Sql sql;
    private final AccountRepository accounts;
    private final FollowerChanges followers;
    private final FollowerDistributionService distribution;
    private final Clock clock;

    DemoFollowers(
            Sql sql,
            AccountRepository accounts,
            FollowerChanges followers,
            FollowerDistributionService distribution,
            Clock clock) {
        this.sql = sql;
        this.accounts = accounts;
        this.followers = followers;
        this.distribution = distribution;
        this.clock = clock;
    }

    public void arrange(Shop shop) {
        Contention.inTransaction(() -> {
            List<Long> buyers = sql.list(
                    "SELECT buyer_id FROM follower WHERE shop_id = ?", row -> row.longAt("buyer_id"), shop.id());
            followers.around(shop.id(), buyers, () -> addSome(shop, clock.instant()));
            return null;
        });
        distribution.request(shop.id(), null, new DistributeFollowersRequest(null, null, null, TO_ADD_TODAY));
    }

    private void addSome(Shop shop, Instant now) {
        List<Account> all = accounts.listActive(shop.id());
        for (int i = 0; i < all.size(); i++) {
            sql.update(
                    "UPDATE follower f JOIN buyer b ON b.shop_id = f.shop_id AND b.id = f.buyer_id"
                            + " SET f.status = 'ADDED', f.account_id = ?, f.assigned_day = b.first_order_day,"
                            + " f.invited_at = LEAST(?, TIMESTAMPADD(DAY, 1 + b.id % 5, b.first_order_day)),"
                            + " f.added_at = LEAST(?, TIMESTAMPADD(DAY, 2 + b.id % 9, b.first_order_day)),"
                            + " f.updated_at = ?, f.version = f.version + 1"
                            + " WHERE f.shop_id = ? AND f.status = 'CANDIDATE' AND f.id % ? = ?",
                    all.get(i).id(), now, now, now, shop.id(), ONE_OF, i);
        }
    }
}
