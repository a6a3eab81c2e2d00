package io.siyu.follower.invitation;

import io.siyu.platform.ids.Id;
import io.siyu.platform.language.Language;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Optional;

/** Which followers were invited when, and who may be invited again (R15). */
@ApplicationScoped
public class Invitations {
    private final Sql sql;
    private final InvitationConfig config;

    Invitations(Sql sql, InvitationConfig config) {
        this.sql = sql;
        this.config = config;
    }

    /** In the transaction in which the follower is invited. */
    public void begin(long shopId, long followerId, Instant now) {
        sql.update(
                "INSERT INTO follower_invitation (shop_id, id, follower_id, first_follower_id, invited_at, due_at, expires_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                shopId,
                Id.nextValue(),
                followerId,
                followerId,
                now,
                now.plus(config.remindAfter()),
                now.plus(config.expireAfter()));
    }

    /** In the transaction in which the follower is invited no more. */
    public void end(long shopId, long followerId, Instant now) {
        sql.update(
                "UPDATE follower_invitation SET due_at = NULL, ended_at = ? WHERE shop_id = ? AND follower_id = ?"
                        + " AND due_at IS NOT NULL",
                now,
                shopId,
                followerId);
    }

    /** The person is to be forgotten. */
    public void forget(long shopId, long followerId) {
        sql.update("DELETE FROM follower_invitation WHERE shop_id = ? AND follower_id = ?", shopId, followerId);
    }

    /**
     * Refuses what would lead to one invitation too many.
     *
     * @param field of the request that would
     * @throws io.siyu.platform.problem.ProblemException 409 that says from when on
     */
    public void requireRoom(long shopId, long followerId, String field, Instant now) {
        Optional<Instant> oldest = sql.first(
                "SELECT invited_at FROM follower_invitation WHERE shop_id = ? AND follower_id = ? AND invited_at > ?"
                        + " ORDER BY invited_at DESC LIMIT 1 OFFSET ?",
                row -> row.instantAt("invited_at"),
                shopId,
                followerId,
                now.minus(config.within()),
                config.most() - 1);
        if (oldest.isPresent()) {
            Instant from = oldest.get().plus(config.within());
            long days = config.within().toDays();
            throw ErrorCode.STATE_CONFLICT.problem(
                    field,
                    "InvitationLimit",
                    language -> language == Language.CHINESE
                            ? days + " 天内已邀请 " + config.most() + " 次，" + from + " 起才可再次邀请。"
                            : "Invited " + config.most() + " times in " + days + " days; again from " + from + " on.");
        }
    }

    /** Whether one of many followers may be invited, as a condition on {@code f}. */
    public SqlFragment mayBeInvited(Instant now) {
        return SqlFragment.of(
                "(SELECT COUNT(*) FROM follower_invitation i WHERE i.shop_id = f.shop_id AND i.follower_id = f.id"
                        + " AND i.invited_at > ?) < ?",
                now.minus(config.within()),
                config.most());
    }

    /** The followers who may not, as a table with their {@code follower_id}: few beside those who may. */
    public SqlFragment whoMayNot(long shopId, Instant now) {
        return SqlFragment.of(
                "(SELECT follower_id FROM follower_invitation WHERE shop_id = ? AND invited_at > ?"
                        + " GROUP BY follower_id HAVING COUNT(*) >= ?)",
                shopId,
                now.minus(config.within()),
                config.most());
    }
}
