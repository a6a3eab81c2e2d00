package io.siyu.order.upload;

import io.siyu.order.Reason;
import io.siyu.order.write.BatchCounts;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.time.ShopLease;

import jakarta.enterprise.context.ApplicationScoped;

import java.math.BigInteger;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class OrderImportRepository {
    private static final String COLUMNS =
            "SELECT shop_id, id, status, format, dry_run, file_name, stored_as, source_at,"
                    + " rows_total, rows_done, checkpoint_row, orders_created, orders_updated, orders_unchanged, orders_stale,"
                    + " orders_rejected, orders_superseded, refunds_unknown, buyers_created, buyers_updated, attempts, failure, created_at,"
                    + " started_at, finished_at FROM order_import ";

    private final Sql sql;
    private final ImportRemarks remarks;

    OrderImportRepository(Sql sql, ImportRemarks remarks) {
        this.sql = sql;
        this.remarks = remarks;
    }

    /**
     * What is known of a file when it has come in.
     *
     * @param sourceAt the time as of which the file speaks, null where it does not say
     */
    record Arrival(
            long shopId,
            long id,
            String format,
            boolean dryRun,
            String fileName,
            UploadFolder.Stored stored,
            Instant sourceAt,
            String requestedBy,
            Instant at) {}

    void queue(Arrival arrival) {
        sql.update(
                "INSERT INTO order_import (shop_id, id, status, format, dry_run, file_name, stored_as, bytes,"
                        + " source_at, requested_by, created_at) VALUES (?,?,?,?,?,?,?,?,?,?,?)",
                arrival.shopId(),
                arrival.id(),
                ImportStatus.QUEUED,
                arrival.format(),
                arrival.dryRun(),
                arrival.fileName(),
                arrival.stored().name(),
                arrival.stored().bytes(),
                arrival.sourceAt(),
                arrival.requestedBy(),
                arrival.at());
    }

    Optional<OrderImport> findIn(long shopId, long id) {
        return sql.first(COLUMNS + "WHERE shop_id = ? AND id = ?", OrderImportRepository::read, shopId, id);
    }

    Optional<OrderImport> findInAny(Collection<Long> shopIds, long id) {
        return shopIds.isEmpty()
                ? Optional.empty()
                : sql.first(
                        COLUMNS + "WHERE id = ? AND shop_id IN (" + Sql.places(shopIds.size()) + ")",
                        OrderImportRepository::read,
                        InLists.params(shopIds, id));
    }

    /** Newest first. */
    List<OrderImport> listBefore(long shopId, long beforeId, int rows) {
        return sql.list(
                COLUMNS + "WHERE shop_id = ? AND id < ? ORDER BY id DESC LIMIT ?",
                OrderImportRepository::read,
                shopId,
                beforeId,
                rows);
    }

    /** Whether an import that is not over needs the file of this name in the upload folder. */
    boolean isAwaited(String storedAs) {
        int dot = storedAs.indexOf('.');
        return storedAs.substring(0, Math.max(0, dot)).matches("\\d{1,19}")
                && sql.first(
                                "SELECT 1 AS one FROM shop s JOIN order_import i ON i.shop_id = s.id AND i.id = ?"
                                        + " AND i.status IN ('QUEUED', 'RUNNING')",
                                row -> row.intAt("one"),
                                new BigInteger(storedAs.substring(0, dot)))
                        .isPresent();
    }

    /** The shops that have an import to run while nobody is running one. */
    List<Long> listShopsWithDueImports(int rows) {
        return sql.list(
                "SELECT DISTINCT i.shop_id FROM shop s JOIN order_import i ON i.shop_id = s.id"
                        + " AND i.status IN ('QUEUED', 'RUNNING') LEFT JOIN " + ImportLease.TABLE
                        + " l ON l.shop_id = s.id"
                        + " WHERE " + ShopLease.isFree("l") + " LIMIT ?",
                row -> row.longAt("shop_id"),
                rows);
    }

    long countWaiting() {
        return sql.first(
                        "SELECT COUNT(*) AS n FROM shop s JOIN order_import i ON i.shop_id = s.id AND i.status = 'QUEUED'",
                        row -> row.longAt("n"))
                .orElse(0L);
    }

    /** Since when the one waits that has waited longest. */
    Optional<Instant> findQueuedSince() {
        return sql.list(
                        "SELECT MIN(i.created_at) AS since FROM shop s JOIN order_import i ON i.shop_id = s.id"
                                + " AND i.status = 'QUEUED'",
                        row -> Optional.ofNullable(row.instantAt("since")))
                .get(0);
    }

    /** The one that was interrupted, or else the one that has waited longest. */
    Optional<OrderImport> findNext(long shopId) {
        return sql.first(
                COLUMNS + "WHERE shop_id = ? AND status IN ('QUEUED', 'RUNNING')"
                        + " ORDER BY CASE status WHEN 'RUNNING' THEN 0 ELSE 1 END, id LIMIT 1",
                OrderImportRepository::read,
                shopId);
    }

    void start(OrderImport job, Instant now) {
        sql.update(
                "UPDATE order_import SET status = ?, started_at = COALESCE(started_at, ?),"
                        + " version = version + 1 WHERE shop_id = ? AND id = ?",
                ImportStatus.RUNNING,
                now,
                job.shopId(),
                job.id());
        if (job.dryRun()) {
            forgetRehearsal(job);
        }
    }

    /** Progress sets the count back. */
    void countFailure(OrderImport job) {
        sql.update(
                "UPDATE order_import SET attempts = attempts + 1, version = version + 1 WHERE shop_id = ? AND id = ?",
                job.shopId(),
                job.id());
    }

    void survey(OrderImport job, long rowsTotal) {
        sql.update(
                "UPDATE order_import SET rows_total = ? WHERE shop_id = ? AND id = ?",
                rowsTotal,
                job.shopId(),
                job.id());
    }

    /** Adds what a batch did; in the transaction that did it. */
    void advance(OrderImport job, ImportProgress progress, BatchCounts counts) {
        sql.update(
                "UPDATE order_import SET rows_done = ?, checkpoint_row = ?, attempts = 0,"
                        + " orders_created = orders_created + ?, orders_updated = orders_updated + ?,"
                        + " orders_unchanged = orders_unchanged + ?, orders_stale = orders_stale + ?,"
                        + " orders_rejected = orders_rejected + ?, orders_superseded = orders_superseded + ?,"
                        + " refunds_unknown = refunds_unknown + ?, buyers_created = buyers_created + ?,"
                        + " buyers_updated = buyers_updated + ?, version = version + 1 WHERE shop_id = ? AND id = ?",
                progress.rowsDone(),
                progress.checkpointRow(),
                counts.created(),
                counts.updated(),
                counts.unchanged(),
                counts.stale(),
                progress.rejects().size(),
                progress.superseded(),
                progress.warnings().size(),
                counts.buyersCreated(),
                counts.buyersUpdated(),
                job.shopId(),
                job.id());
        if (!progress.rejects().isEmpty() || !progress.warnings().isEmpty()) {
            OrderImport counted = findIn(job.shopId(), job.id()).orElseThrow();
            remarks.add(ImportRemarks.Kind.REJECT, job, progress.rejects(), counted.rejected());
            remarks.add(ImportRemarks.Kind.WARNING, job, progress.warnings(), counted.refundsUnknown());
        }
    }

    void countUpdated(OrderImport job, int buyersUpdated) {
        sql.update(
                "UPDATE order_import SET buyers_updated = buyers_updated + ?, attempts = 0, version = version + 1"
                        + " WHERE shop_id = ? AND id = ?",
                buyersUpdated,
                job.shopId(),
                job.id());
    }

    void finish(OrderImport job, ImportStatus status, Reason failure, Instant now) {
        sql.update(
                "UPDATE order_import SET status = ?, failure = ?, finished_at = ?, version = version + 1"
                        + " WHERE shop_id = ? AND id = ?",
                status,
                failure == null ? null : failure.stored(),
                now,
                job.shopId(),
                job.id());
    }

    /** A rehearsal keeps in memory what it would have written, so an interrupted one begins anew. */
    private void forgetRehearsal(OrderImport job) {
        sql.update(
                "UPDATE order_import SET rows_done = 0, checkpoint_row = 0, orders_created = 0, orders_updated = 0,"
                        + " orders_unchanged = 0, orders_stale = 0, orders_rejected = 0, orders_superseded = 0,"
                        + " refunds_unknown = 0, buyers_created = 0, buyers_updated = 0 WHERE shop_id = ? AND id = ?",
                job.shopId(),
                job.id());
        remarks.forget(job);
    }

    private static OrderImport read(ResultRow row) throws SQLException {
        return new OrderImport(
                row.longAt("shop_id"),
                row.longAt("id"),
                row.enumAt("status", ImportStatus.class),
                row.textAt("format"),
                row.booleanAt("dry_run"),
                row.textAt("file_name"),
                row.textAt("stored_as"),
                row.instantAt("source_at"),
                row.nullableLongAt("rows_total"),
                row.longAt("rows_done"),
                row.longAt("checkpoint_row"),
                row.longAt("orders_created"),
                row.longAt("orders_updated"),
                row.longAt("orders_unchanged"),
                row.longAt("orders_stale"),
                row.longAt("orders_rejected"),
                row.longAt("orders_superseded"),
                row.longAt("refunds_unknown"),
                row.longAt("buyers_created"),
                row.longAt("buyers_updated"),
                row.intAt("attempts"),
                Reason.parse(row.textAt("failure")),
                row.instantAt("created_at"),
                row.instantAt("started_at"),
                row.instantAt("finished_at"));
    }
}
