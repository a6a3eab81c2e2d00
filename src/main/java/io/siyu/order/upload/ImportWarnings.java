package io.siyu.order.upload;

import io.siyu.order.Reason;
import io.siyu.order.file.row.Reject;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

/** What an import's orders leave open that were taken all the same: the first ones of each import are kept. */
@ApplicationScoped
class ImportWarnings {
    private final Sql sql;
    private final IntakeConfig config;

    ImportWarnings(Sql sql, IntakeConfig config) {
        this.sql = sql;
        this.config = config;
    }

    /** As many of them as there is room for, once they are counted. */
    void add(OrderImport job, List<Reject> warnings) {
        long counted = sql.first(
                        "SELECT refunds_unknown FROM order_import WHERE shop_id = ? AND id = ?",
                        row -> row.longAt("refunds_unknown"),
                        job.shopId(),
                        job.id())
                .orElseThrow();
        long room = config.mostRejects() - (counted - warnings.size());
        sql.batch(
                "INSERT INTO order_import_warning (shop_id, import_id, row_no, col, value, reason) VALUES (?,?,?,?,?,?)",
                warnings.stream()
                        .limit(Math.max(0, room))
                        .map(w -> new Object[] {
                            job.shopId(),
                            job.id(),
                            w.row(),
                            w.column(),
                            w.value(),
                            w.reason().stored()
                        })
                        .toList());
    }

    /** In the sequence of the file. */
    List<Reject> list(long shopId, long importId, long afterRow, int rows) {
        return sql.list(
                "SELECT row_no, col, value, reason FROM order_import_warning WHERE shop_id = ? AND import_id = ?"
                        + " AND row_no > ? ORDER BY row_no LIMIT ?",
                row -> new Reject(
                        row.longAt("row_no"),
                        row.textAt("col"),
                        row.textAt("value"),
                        Reason.parse(row.textAt("reason"))),
                shopId,
                importId,
                afterRow,
                rows);
    }

    void forget(OrderImport job) {
        sql.update("DELETE FROM order_import_warning WHERE shop_id = ? AND import_id = ?", job.shopId(), job.id());
    }
}
