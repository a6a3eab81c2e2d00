package io.siyu.follower.invitation;

import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Invitations whose time has come: to remind of them, or to end them. */
@ApplicationScoped
public class DueInvitations {
    private final Sql sql;

    DueInvitations(Sql sql) {
        this.sql = sql;
    }

    /**
     * @param accountId on which it was sent; null if the follower is on none any more
     * @param isOpen whether the follower is still invited, and by no later one
     */
    public record Due(long id, long followerId, Long accountId, Instant expiresAt, boolean isOpen) {}

    /** Which of some shops have one, asked of many at once: it is asked every second. */
    public List<Long> listShops(Collection<Long> shops, Instant now) {
        return sql.list(
                "SELECT DISTINCT shop_id FROM follower_invitation WHERE shop_id IN (" + Sql.places(shops.size())
                        + ") AND due_at <= ?",
                row -> row.longAt("shop_id"),
                Stream.concat(shops.stream(), Stream.of(now)).toArray());
    }

    public Optional<Instant> findDueSince(Instant now) {
        return sql.list(
                        "SELECT MIN(i.due_at) AS since FROM shop s JOIN follower_invitation i ON i.shop_id = s.id"
                                + " AND i.due_at <= ?",
                        row -> Optional.ofNullable(row.instantAt("since")),
                        now)
                .get(0);
    }

    /** Followers of the invitations that are due the longest. */
    public List<Long> listFollowers(long shopId, Instant now, int most) {
        return sql.list(
                "SELECT follower_id FROM follower_invitation WHERE shop_id = ? AND due_at <= ?"
                        + " ORDER BY due_at, id LIMIT ?",
                row -> row.longAt("follower_id"),
                shopId,
                now,
                most);
    }

    /**
     * What is due of these followers, whom nobody else changes meanwhile.
     *
     * @param followers at most as many as an IN list takes
     */
    public List<Due> listOf(long shopId, List<Long> followers, Instant now) {
        return sql.list(
                "SELECT i.id, i.follower_id, f.account_id, i.expires_at, f.status = 'INVITED' AND NOT EXISTS"
                        + " (SELECT 1 FROM follower_invitation n WHERE n.shop_id = i.shop_id"
                        + " AND n.follower_id = i.follower_id AND n.due_at IS NOT NULL AND n.invited_at > i.invited_at)"
                        + " AS still_open FROM follower_invitation i"
                        + " LEFT JOIN follower f ON f.shop_id = i.shop_id AND f.id = i.follower_id"
                        + " WHERE i.shop_id = ? AND i.due_at <= ? AND i.follower_id IN ("
                        + Sql.places(followers.size()) + ") ORDER BY i.due_at, i.id",
                DueInvitations::read,
                InLists.params(followers, shopId, now));
    }

    /** They were reminded of, and are over at their end. */
    public void remind(long shopId, Collection<Long> ids, Instant now) {
        for (List<Long> some : InLists.of(ids)) {
            sql.update(
                    "UPDATE follower_invitation SET due_at = expires_at, reminded_at = ? WHERE shop_id = ? AND id IN ("
                            + Sql.places(some.size()) + ")",
                    InLists.params(some, now, shopId));
        }
    }

    public void end(long shopId, Collection<Long> ids, Instant now) {
        for (List<Long> some : InLists.of(ids)) {
            sql.update(
                    "UPDATE follower_invitation SET due_at = NULL, ended_at = ? WHERE shop_id = ? AND id IN ("
                            + Sql.places(some.size()) + ")",
                    InLists.params(some, now, shopId));
        }
    }

    private static Due read(ResultRow row) throws SQLException {
        return new Due(
                row.longAt("id"),
                row.longAt("follower_id"),
                row.nullableLongAt("account_id"),
                row.instantAt("expires_at"),
                row.booleanAt("still_open"));
    }
}
