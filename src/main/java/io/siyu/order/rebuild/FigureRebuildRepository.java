package io.siyu.order.rebuild;

import io.siyu.order.figures.FigureTable;
import io.siyu.order.figures.RebuildPage;
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

@ApplicationScoped
class FigureRebuildRepository {
    private static final String COLUMNS = "SELECT shop_id, id, requested_at, started_at, finished_at, buyers_total,"
            + " buyers_done, done_to, buyers_corrected, figures_corrected FROM figure_rebuild ";

    private final Sql sql;

    FigureRebuildRepository(Sql sql) {
        this.sql = sql;
    }

    void request(long shopId, long id, long staffId, Instant now) {
        sql.update(
                "INSERT INTO figure_rebuild (shop_id, id, requested_by, requested_at) VALUES (?, ?, ?, ?)",
                shopId,
                id,
                staffId,
                now);
    }

    Optional<FigureRebuildResponse> findInAny(Collection<Long> shopIds, long id) {
        return shopIds.isEmpty()
                ? Optional.empty()
                : sql.first(
                        COLUMNS + "WHERE id = ? AND shop_id IN (" + Sql.places(shopIds.size()) + ")",
                        FigureRebuildRepository::read,
                        InLists.params(shopIds, id));
    }

    Optional<FigureRebuildResponse> findUnfinished(long shopId) {
        return sql.first(
                COLUMNS + "WHERE shop_id = ? AND finished_at IS NULL ORDER BY id LIMIT 1",
                FigureRebuildRepository::read,
                shopId);
    }

    /** Newest first. */
    List<FigureRebuildResponse> listBefore(long shopId, long beforeId, int rows) {
        return sql.list(
                COLUMNS + "WHERE shop_id = ? AND id < ? ORDER BY id DESC LIMIT ?",
                FigureRebuildRepository::read,
                shopId,
                beforeId,
                rows);
    }

    Optional<Long> findShopWithUnfinished() {
        return sql.first(
                "SELECT r.shop_id FROM shop s JOIN figure_rebuild r ON r.shop_id = s.id"
                        + " WHERE r.finished_at IS NULL LIMIT 1",
                row -> row.longAt("shop_id"));
    }

    Optional<Instant> findUnfinishedSince() {
        return sql.list(
                        "SELECT MIN(r.requested_at) AS since FROM shop s JOIN figure_rebuild r ON r.shop_id = s.id"
                                + " WHERE r.finished_at IS NULL",
                        row -> Optional.ofNullable(row.instantAt("since")))
                .get(0);
    }

    Optional<FigureTable.Rebuild> findUnderWay(long shopId) {
        return sql.first(
                "SELECT id, done_to FROM figure_rebuild FORCE INDEX (PRIMARY) WHERE shop_id = ? AND finished_at IS NULL ORDER BY id LIMIT 1"
                        + " FOR UPDATE",
                row -> new FigureTable.Rebuild(row.longAt("id"), row.longAt("done_to")),
                shopId);
    }

    void start(long shopId, long id, Instant now) {
        sql.update(
                "UPDATE figure_rebuild SET started_at = ?, buyers_total ="
                        + " (SELECT COUNT(*) FROM buyer WHERE shop_id = ?) WHERE shop_id = ? AND id = ?",
                now,
                shopId,
                shopId,
                id);
    }

    void advance(long shopId, long id, RebuildPage.Done done) {
        sql.update(
                "UPDATE figure_rebuild SET done_to = ?, buyers_done = buyers_done + ?,"
                        + " buyers_corrected = buyers_corrected + ? WHERE shop_id = ? AND id = ?",
                done.lastId(),
                done.buyers(),
                done.corrected(),
                shopId,
                id);
    }

    void finish(long shopId, long id, int figuresCorrected, Instant now) {
        sql.update(
                "UPDATE figure_rebuild SET figures_corrected = ?, finished_at = ? WHERE shop_id = ? AND id = ?",
                figuresCorrected,
                now,
                shopId,
                id);
    }

    private static FigureRebuildResponse read(ResultRow row) throws SQLException {
        long done = row.longAt("buyers_done");
        Long total = row.nullableLongAt("buyers_total");
        Instant finishedAt = row.instantAt("finished_at");
        double progress = total == null || total == 0 ? 0 : Math.min(1, (double) done / total);
        return new FigureRebuildResponse(
                Id.of(row.longAt("id")),
                Id.of(row.longAt("shop_id")),
                row.instantAt("requested_at"),
                row.instantAt("started_at"),
                finishedAt,
                finishedAt == null ? progress : 1,
                done,
                row.longAt("buyers_corrected"),
                row.nullableLongAt("figures_corrected"));
    }
}
