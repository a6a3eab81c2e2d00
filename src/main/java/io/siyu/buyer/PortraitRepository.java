package io.siyu.buyer;

import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What other features know of one buyer, read from their tables: they depend on buyers and not the other way round. */
@ApplicationScoped
class PortraitRepository {
    private static final int MOST_MOVES = 100;

    private final Sql sql;

    PortraitRepository(Sql sql) {
        this.sql = sql;
    }

    /** @param accountId null while the buyer is an unassigned candidate */
    record Following(long id, String status, Long accountId, String accountName, String remark, Instant addedAt) {}

    /** @param fromTier null for the first one */
    record Move(Tier fromTier, Tier toTier, LocalDate day, String reason) {}

    /** @param orders how many orders came with the gone buyer */
    record Merge(long id, long goneId, String provedBy, int orders, Instant madeAt, Instant undoneAt) {}

    Optional<Following> findFollowing(Buyer buyer) {
        return sql.first(
                "SELECT f.id, f.status, f.account_id, a.name AS account_name, f.remark, f.added_at FROM follower f"
                        + " LEFT JOIN account a ON a.shop_id = f.shop_id AND a.id = f.account_id"
                        + " WHERE f.shop_id = ? AND f.buyer_id = ?",
                row -> new Following(
                        row.longAt("id"),
                        row.textAt("status"),
                        row.nullableLongAt("account_id"),
                        row.textAt("account_name"),
                        row.textAt("remark"),
                        row.instantAt("added_at")),
                buyer.shopId(),
                buyer.id());
    }

    List<String> listTags(long shopId, long followerId) {
        return sql.list(
                "SELECT tag FROM follower_tag WHERE shop_id = ? AND follower_id = ? ORDER BY tag",
                row -> row.textAt("tag"),
                shopId,
                followerId);
    }

    /** Newest first. */
    List<Move> listMoves(Buyer buyer) {
        return sql.list(
                "SELECT from_tier, to_tier, day, reason FROM buyer_tier_move WHERE shop_id = ? AND buyer_id = ?"
                        + " ORDER BY run_no DESC LIMIT ?",
                row -> new Move(
                        row.enumAt("from_tier", Tier.class),
                        row.enumAt("to_tier", Tier.class),
                        row.dayAt("day"),
                        row.textAt("reason")),
                buyer.shopId(),
                buyer.id(),
                MOST_MOVES);
    }

    /** What was merged into the buyer, newest first. */
    List<Merge> listMerges(Buyer buyer) {
        return sql.list(
                "SELECT id, gone_id, proved_by, orders, made_at, undone_at FROM buyer_merge"
                        + " WHERE shop_id = ? AND kept_id = ? ORDER BY id DESC LIMIT ?",
                row -> new Merge(
                        row.longAt("id"),
                        row.longAt("gone_id"),
                        row.textAt("proved_by"),
                        row.intAt("orders"),
                        row.instantAt("made_at"),
                        row.instantAt("undone_at")),
                buyer.shopId(),
                buyer.id(),
                MOST_MOVES);
    }
}
