package io.siyu.order.upload;

import io.siyu.platform.ids.Id;
import io.siyu.platform.language.Language;

import java.time.Instant;

/**
 * An import as clients see it.
 *
 * @param rows rows of the file that have been read, the header and blank ones not counted
 * @param progress from 0 to 1
 * @param failure why it failed, null if it did not
 */
public record OrderImportResponse(
        Id id,
        Id shopId,
        ImportStatus status,
        String format,
        boolean dryRun,
        String fileName,
        long rows,
        Orders orders,
        Buyers buyers,
        Warnings warnings,
        double progress,
        String failure,
        Instant createdAt,
        Instant startedAt,
        Instant finishedAt) {

    /** @param superseded orders that come again further down in the same file, where the last one counts */
    public record Orders(long created, long updated, long unchanged, long rejected, long stale, long superseded) {}

    public record Buyers(long created, long updated) {}

    /**
     * What orders leave open that were taken all the same.
     *
     * @param refundsWithoutAmount orders of which something went back, and the source does not say how much
     */
    public record Warnings(long refundsWithoutAmount) {}

    static OrderImportResponse from(OrderImport job, Language language) {
        return new OrderImportResponse(
                Id.of(job.id()),
                Id.of(job.shopId()),
                job.status(),
                job.format(),
                job.dryRun(),
                job.fileName(),
                job.rowsDone(),
                new Orders(
                        job.created(), job.updated(), job.unchanged(), job.rejected(), job.stale(), job.superseded()),
                new Buyers(job.buyersCreated(), job.buyersUpdated()),
                new Warnings(job.refundsUnknown()),
                job.progress(),
                job.failure() == null ? null : job.failure().in(language),
                job.createdAt(),
                job.startedAt(),
                job.finishedAt());
    }
}
