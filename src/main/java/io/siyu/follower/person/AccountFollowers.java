package io.siyu.follower.person;

import io.siyu.buyer.BuyersOnAccounts;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.staff.AccountRepository;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;

@ApplicationScoped
class AccountFollowers implements BuyersOnAccounts {
    private final Clock clock;

    AccountFollowers(Clock clock) {
        this.clock = clock;
    }

    @Override
    public SqlFragment ownedBy(long staffId) {
        return SqlFragment.of("EXISTS (SELECT 1 FROM follower f"
                        + " JOIN account a ON a.shop_id = f.shop_id AND a.id = f.account_id"
                        + " JOIN staff o ON o.shop_id = a.shop_id AND o.id = a.owner_staff_id"
                        + " WHERE f.shop_id = b.shop_id AND f.buyer_id = b.id AND ")
                .add(AccountRepository.isSeenBy(staffId, clock.instant()))
                .add(")");
    }

    @Override
    public SqlFragment reachable() {
        return SqlFragment.of("(b.opted_out = FALSE AND EXISTS (SELECT 1 FROM follower r WHERE r.shop_id = b.shop_id"
                + " AND r.buyer_id = b.id AND r.status = 'ADDED' AND r.account_id IS NOT NULL))");
    }
}
