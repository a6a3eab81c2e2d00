package io.siyu.follower.loss;

import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Each loss of a follower, with its day and reason: who comes back may be lost again. */
@ApplicationScoped
public class FollowerLosses {
    private final Sql sql;

    FollowerLosses(Sql sql) {
        this.sql = sql;
    }

    /** @param day of the shop, on which it was noticed */
    public record Loss(LocalDate day, LossReason reason) {}

    /** In the transaction in which the follower is lost. */
    public void add(long shopId, long followerId, long accountId, Loss loss, Instant now) {
        sql.update(
                "INSERT INTO follower_loss (shop_id, id, follower_id, account_id, day, reason, told_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                shopId,
                Id.nextValue(),
                followerId,
                accountId,
                loss.day(),
                loss.reason(),
                now);
    }

    /** The last one of each of these followers who was ever lost. */
    public Map<Long, Loss> listLatest(long shopId, Collection<Long> followers) {
        Map<Long, Loss> latest = new HashMap<>();
        for (List<Long> some : InLists.of(followers)) {
            sql.forEach(
                    "SELECT follower_id, day, reason FROM follower_loss WHERE shop_id = ? AND follower_id IN ("
                            + Sql.places(some.size()) + ") ORDER BY follower_id, id",
                    row -> latest.put(
                            row.longAt("follower_id"),
                            new Loss(row.dayAt("day"), row.enumAt("reason", LossReason.class))),
                    InLists.params(some, shopId));
        }
        return latest;
    }

    /** The person is to be forgotten. */
    public void forget(long shopId, long followerId) {
        sql.update("DELETE FROM follower_loss WHERE shop_id = ? AND follower_id = ?", shopId, followerId);
    }
}
