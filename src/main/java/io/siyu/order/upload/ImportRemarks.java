package io.siyu.order.upload;

import io.siyu.order.Reason;
import io.siyu.order.file.row.Reject;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

/** What an import has to say of rows of its file: the first of them are kept, of each kind. */
@ApplicationScoped
class ImportRemarks {
    private final Sql sql;
    private final IntakeConfig config;

    ImportRemarks(Sql sql, IntakeConfig config) {
        this.sql = sql;
        this.config = config;
    }

    enum Kind {
        /** The row was not taken. */
        REJECT(
                "INSERT INTO order_import_reject (shop_id, import_id, row_no, col, value, reason) VALUES (?,?,?,?,?,?)",
                "SELECT row_no, col, value, reason FROM order_import_reject",
                "DELETE FROM order_import_reject"),
        /** The order was taken all the same, and leaves something open. */
        WARNING(
                "INSERT INTO order_import_warning (shop_id, import_id, row_no, col, value, reason) VALUES (?,?,?,?,?,?)",
                "SELECT row_no, col, value, reason FROM order_import_warning",
                "DELETE FROM order_import_warning");

        private final String insert;
        private final String select;
        private final String delete;

        Kind(String insert, String select, String delete) {
            this.insert = insert;
            this.select = select;
            this.delete = delete;
        }
    }

    /**
     * As many of them as there is room for.
     *
     * @param counted how many the import has had with these
     */
    void add(Kind kind, OrderImport job, List<Reject> remarks, long counted) {
        long room = config.mostRejects() - (counted - remarks.size());
        sql.batch(
                kind.insert,
                remarks.stream()
                        .limit(Math.max(0, room))
                        .map(r -> new Object[] {
                            job.shopId(),
                            job.id(),
                            r.row(),
                            r.column(),
                            r.value(),
                            r.reason().stored()
                        })
                        .toList());
    }

    /** In the sequence of the file. */
    List<Reject> list(Kind kind, long shopId, long importId, long afterRow, int rows) {
        return sql.list(
                kind.select + " WHERE shop_id = ? AND import_id = ? AND row_no > ? ORDER BY row_no LIMIT ?",
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
        for (Kind kind : Kind.values()) {
            sql.update(kind.delete + " WHERE shop_id = ? AND import_id = ?", job.shopId(), job.id());
        }
    }
}
