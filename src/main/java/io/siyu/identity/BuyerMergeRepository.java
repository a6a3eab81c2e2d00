package io.siyu.identity;

import io.siyu.buyer.match.IdentityKind;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Reads merges and the buyers that are to be merged. */
@ApplicationScoped
class BuyerMergeRepository {
    private static final String COLUMNS = "SELECT shop_id, id, kept_id, gone_id, proved_by, reason, orders, made_at,"
            + " made_by, undone_at, undone_by, undone_reason FROM buyer_merge ";

    private final Sql sql;

    BuyerMergeRepository(Sql sql) {
        this.sql = sql;
    }

    /** As much of a buyer as decides whether it can be merged or given an order. */
    record Candidate(long id, Long mergedInto, Instant erasedAt) {}

    Optional<BuyerMergeResponse> findInAny(Collection<Long> shopIds, long id) {
        return shopIds.isEmpty()
                ? Optional.empty()
                : sql.first(
                        COLUMNS + "WHERE id = ? AND shop_id IN (" + Sql.places(shopIds.size()) + ")",
                        BuyerMergeRepository::read,
                        InLists.params(shopIds, id));
    }

    /** Newest first. */
    List<BuyerMergeResponse> listBefore(long shopId, long beforeId, int rows) {
        return sql.list(
                COLUMNS + "WHERE shop_id = ? AND id < ? ORDER BY id DESC LIMIT ?",
                BuyerMergeRepository::read,
                shopId,
                beforeId,
                rows);
    }

    /** A later merge that holds and that the kept buyer of this one took part in. */
    Optional<Long> findLaterOf(long shopId, long mergeId, long keptId) {
        return sql.first(
                "SELECT MAX(id) AS id FROM (SELECT id FROM buyer_merge WHERE shop_id = ? AND kept_id = ? AND id > ?"
                        + " AND undone_at IS NULL UNION ALL SELECT id FROM buyer_merge WHERE shop_id = ? AND gone_id = ?"
                        + " AND id > ? AND undone_at IS NULL) later HAVING MAX(id) IS NOT NULL",
                row -> row.longAt("id"),
                shopId,
                keptId,
                mergeId,
                shopId,
                keptId,
                mergeId);
    }

    Optional<Candidate> findBuyer(long shopId, long id) {
        return sql.first(
                "SELECT id, merged_into, erased_at FROM buyer WHERE shop_id = ? AND id = ?",
                row -> new Candidate(row.longAt("id"), row.nullableLongAt("merged_into"), row.instantAt("erased_at")),
                shopId,
                id);
    }

    private static BuyerMergeResponse read(ResultRow row) throws SQLException {
        return new BuyerMergeResponse(
                Id.of(row.longAt("id")),
                Id.of(row.longAt("shop_id")),
                Id.of(row.longAt("kept_id")),
                Id.of(row.longAt("gone_id")),
                IdentityKind.listOf(row.textAt("proved_by")),
                row.textAt("reason"),
                row.intAt("orders"),
                row.instantAt("made_at"),
                Id.ofNullable(row.nullableLongAt("made_by")),
                row.instantAt("undone_at"),
                Id.ofNullable(row.nullableLongAt("undone_by")),
                row.textAt("undone_reason"));
    }
}
