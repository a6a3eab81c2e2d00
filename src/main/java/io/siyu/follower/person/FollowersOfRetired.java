package io.siyu.follower.person;

import io.siyu.follower.AccountCapacity;
import io.siyu.follower.FollowerChanges;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.Sql;
import io.siyu.shop.ShopRepository;
import io.siyu.staff.Account;
import io.siyu.staff.AccountRepository;
import io.siyu.staff.AccountRetired;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * The followers of an account that retires are its successor's from now on. Without one, candidates are free for other
 * accounts, and the rest stay where they are: nobody can write to them, and nobody has to guess where they were.
 */
@ApplicationScoped
class FollowersOfRetired {
    private static final int PAGE = 500;

    /** Tasks have to find the followers where they are then. */
    private static final int BEFORE_TASKS = 50;

    private final Sql sql;
    private final FollowerChanges changes;
    private final AccountCapacity capacity;
    private final AccountRepository accounts;
    private final ShopRepository shops;
    private final Clock clock;

    FollowersOfRetired(
            Sql sql,
            FollowerChanges changes,
            AccountCapacity capacity,
            AccountRepository accounts,
            ShopRepository shops,
            Clock clock) {
        this.sql = sql;
        this.changes = changes;
        this.capacity = capacity;
        this.accounts = accounts;
        this.shops = shops;
        this.clock = clock;
    }

    private record Moved(long followerId, long buyerId) {}

    /** In one transaction, page by page: counts are kept by the difference that each page makes. */
    void move(@Observes @Priority(BEFORE_TASKS) AccountRetired event) {
        if (event.successorAccountId() != null) {
            requireRoom(event);
        }
        List<Moved> page;
        do {
            page = next(event);
            take(event, page);
        } while (page.size() == PAGE);
    }

    private void requireRoom(AccountRetired event) {
        Account successor =
                accounts.findIn(event.shopId(), event.successorAccountId()).orElseThrow();
        int left = capacity.lock(
                        event.shopId(),
                        List.of(successor),
                        shops.findById(event.shopId()).today(clock))
                .get(0)
                .capacityLeft();
        long coming = sql.first(
                        "SELECT COUNT(*) AS n FROM follower WHERE shop_id = ? AND account_id = ?"
                                + " AND status IN ('CANDIDATE', 'INVITED', 'ADDED')",
                        row -> row.longAt("n"),
                        event.shopId(),
                        event.accountId())
                .orElse(0L);
        if (coming > left) {
            throw ErrorCode.STATE_CONFLICT.problem(
                    "successorAccountId",
                    "AccountFull",
                    "It would get " + coming + " followers and has room for " + left + ".");
        }
    }

    private List<Moved> next(AccountRetired event) {
        String which = event.successorAccountId() == null
                ? "status = 'CANDIDATE'"
                : "status IN ('CANDIDATE', 'INVITED', 'ADDED', 'LOST')";
        return sql.list(
                "SELECT id, buyer_id FROM follower FORCE INDEX (follower_account) WHERE shop_id = ? AND account_id = ?"
                        + " AND " + which + " LIMIT " + PAGE,
                row -> new Moved(row.longAt("id"), row.longAt("buyer_id")),
                event.shopId(),
                event.accountId());
    }

    private void take(AccountRetired event, List<Moved> page) {
        if (page.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<Object> params = new ArrayList<>();
        params.add(event.successorAccountId());
        params.addAll(List.of(now, event.shopId(), event.accountId()));
        page.forEach(moved -> params.add(moved.followerId()));
        changes.around(
                event.shopId(),
                page.stream().map(Moved::buyerId).toList(),
                () -> sql.update(
                        "UPDATE follower FORCE INDEX (PRIMARY) SET account_id = ?, updated_at = ?, version = version + 1"
                                + " WHERE shop_id = ? AND account_id = ? AND id IN (" + Sql.places(page.size()) + ")",
                        params.toArray()));
    }
}
