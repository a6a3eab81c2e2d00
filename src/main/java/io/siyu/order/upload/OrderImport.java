package io.siyu.order.upload;

import io.siyu.order.Reason;

import java.time.Instant;

/**
 * An import of a file as it stands in the database.
 *
 * @param rowsTotal null until the file was looked over
 * @param checkpointRow the number of the last row whose order is written
 * @param superseded orders that come again further down in the file
 * @param refundsUnknown orders of which something went back without an amount
 */
record OrderImport(
        long shopId,
        long id,
        ImportStatus status,
        String format,
        boolean dryRun,
        String fileName,
        String storedAs,
        Instant sourceAt,
        Long rowsTotal,
        long rowsDone,
        long checkpointRow,
        long created,
        long updated,
        long unchanged,
        long stale,
        long rejected,
        long superseded,
        long refundsUnknown,
        long buyersCreated,
        long buyersUpdated,
        int attempts,
        Reason failure,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt) {

    /** Whether an earlier attempt has written all orders; a rehearsal always begins anew. */
    boolean isReadToTheEnd() {
        return !dryRun && rowsTotal != null && rowsDone >= rowsTotal;
    }

    /** From 0 to 1. */
    double progress() {
        if (status == ImportStatus.DONE) {
            return 1;
        }
        return rowsTotal == null || rowsTotal == 0 ? 0 : Math.min(1, (double) rowsDone / rowsTotal);
    }
}
