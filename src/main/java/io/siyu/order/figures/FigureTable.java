package io.siyu.order.figures;

import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Where shops' figures are kept. They change by differences only, last in their transactions and in one sequence. */
@ApplicationScoped
public class FigureTable {
    private static final String CHANGE = "INSERT INTO cycle_figure (shop_id, basis, kind, point, n, total)"
            + " VALUES (?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE n = n + VALUES(n), total = total + VALUES(total)";

    private static final String CHANGE_REBUILT =
            "INSERT INTO rebuilt_figure (shop_id, rebuild_id, basis, kind, point, n, total)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE n = n + VALUES(n), total = total + VALUES(total)";

    private static final String SHOWN = "SELECT basis, kind, point, n, total FROM cycle_figure"
            + " WHERE shop_id = ? AND basis IN (?, ?) AND kind <> 'FIRST_DAY' AND n <> 0"
            + " UNION ALL (SELECT basis, kind, point, n, total FROM cycle_figure"
            + " WHERE shop_id = ? AND basis = ? AND kind = 'FIRST_DAY' AND n <> 0 ORDER BY point LIMIT 1)";

    private static final String ALL =
            "SELECT kind, point, n, total FROM cycle_figure WHERE shop_id = ?" + " AND basis IN (?, ?) AND n <> 0";

    /** One statement, and so one moment: what others change meanwhile changes the old and the new figures alike. */
    private static final String DIFFERENCES = "SELECT basis, kind, point, SUM(n) AS n, SUM(total) AS total FROM ("
            + "SELECT basis, kind, point, n, total FROM rebuilt_figure WHERE shop_id = ? AND rebuild_id = ?"
            + " UNION ALL SELECT basis, kind, point, -n, -total FROM cycle_figure WHERE shop_id = ?) d"
            + " GROUP BY basis, kind, point HAVING SUM(n) <> 0 OR SUM(total) <> 0";

    private final Sql sql;

    FigureTable(Sql sql) {
        this.sql = sql;
    }

    /**
     * A rebuild under way.
     *
     * @param doneTo the last buyer whose days are in the new figures
     */
    public record Rebuild(long id, long doneTo) {}

    /** The pooled sums behind a mean. */
    public record Spans(long days, long intervals) {}

    /**
     * What an answer shows: all but the number of buyers by their first day, of which only the first day of all is there.
     * Those of all buyers hold the unattributed orders too.
     */
    PurchaseFigures shown(long shopId, Basis basis) {
        return read(SHOWN, shopId, basis, withNobody(basis), shopId, basis);
    }

    /** All that is kept of a basis; of all buyers with the unattributed orders. */
    PurchaseFigures all(long shopId, Basis basis) {
        return read(ALL, shopId, basis, withNobody(basis));
    }

    private static Basis withNobody(Basis basis) {
        return basis == Basis.BUYERS ? Basis.NOBODY : basis;
    }

    private PurchaseFigures read(String query, Object... params) {
        PurchaseFigures figures = new PurchaseFigures();
        sql.forEach(
                query,
                row -> figures.add(
                        row.enumAt("kind", FigureKind.class), row.intAt("point"), row.longAt("n"), row.longAt("total")),
                params);
        return figures;
    }

    /** Intervals telescope: the mean needs no more than buyers' spans. */
    public Spans spans(long shopId, Basis basis) {
        return sql.first(
                        "SELECT COALESCE(SUM(total), 0) AS days, COALESCE(SUM(n * point), 0) AS intervals"
                                + " FROM cycle_figure WHERE shop_id = ? AND basis = ? AND kind = 'SPAN'",
                        row -> new Spans(row.longAt("days"), row.longAt("intervals")),
                        shopId,
                        basis)
                .orElseThrow();
    }

    /**
     * Begins a change. The rows of the buyers concerned must be locked by now, so that a rebuild has either passed them or
     * will see them as they become.
     */
    FigureChanges begin(long shopId) {
        Rebuild rebuild = sql.first(
                        "SELECT id, done_to FROM figure_rebuild WHERE shop_id = ? AND finished_at IS NULL",
                        row -> new Rebuild(row.longAt("id"), row.longAt("done_to")),
                        shopId)
                .orElse(null);
        return new FigureChanges(shopId, rebuild);
    }

    void write(FigureChanges changes) {
        List<Object[]> rows = new ArrayList<>();
        changes.kept()
                .forEach((basis, figures) -> figures.forEach((kind, point, figure) ->
                        rows.add(new Object[] {changes.shopId(), basis, kind, point, figure.count(), figure.total()})));
        sql.batch(CHANGE, rows);
        if (changes.rebuild() != null) {
            writeRebuilt(changes.shopId(), changes.rebuild().id(), changes.rebuilt());
        }
    }

    /** Adds to the new figures of a rebuild. */
    public void writeRebuilt(long shopId, long rebuildId, Map<Basis, PurchaseFigures> rebuilt) {
        List<Object[]> rows = new ArrayList<>();
        rebuilt.forEach((basis, figures) -> figures.forEach((kind, point, figure) ->
                rows.add(new Object[] {shopId, rebuildId, basis, kind, point, figure.count(), figure.total()})));
        sql.batch(CHANGE_REBUILT, rows);
    }

    /** Clears away what is left of earlier rebuilds. */
    public void forgetRebuilt(long shopId, long rebuildId) {
        sql.update("DELETE FROM rebuilt_figure WHERE shop_id = ? AND rebuild_id <> ?", shopId, rebuildId);
    }

    private record Difference(Basis basis, FigureKind kind, int point, long count, long total) {}

    /**
     * Makes the new figures of a rebuild the shop's, by the difference between the two, which nobody else changes.
     *
     * @return how many figures were not what they should have been
     */
    public int replaceByRebuilt(long shopId, long rebuildId) {
        List<Difference> differences = sql.list(
                DIFFERENCES,
                row -> new Difference(
                        row.enumAt("basis", Basis.class),
                        row.enumAt("kind", FigureKind.class),
                        row.intAt("point"),
                        row.longAt("n"),
                        row.longAt("total")),
                shopId,
                rebuildId,
                shopId);
        sql.batch(
                CHANGE,
                differences.stream()
                        .map(d -> new Object[] {shopId, d.basis(), d.kind(), d.point(), d.count(), d.total()})
                        .toList());
        sql.update("DELETE FROM cycle_figure WHERE shop_id = ? AND n = 0 AND total = 0", shopId);
        sql.update("DELETE FROM rebuilt_figure WHERE shop_id = ? AND rebuild_id = ?", shopId, rebuildId);
        return differences.size();
    }
}
