package io.siyu.team;

import io.siyu.platform.ids.Id;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What each member of a shop did in some days.
 *
 * @param to included
 */
public record StaffFiguresResponse(LocalDate from, LocalDate to, List<Row> items) {
    /**
     * One of them. Work counts by the day on which it was due, all else by the day on which it happened.
     *
     * @param onTime tasks done by their due time
     * @param expired tasks that were this person's and nobody did; not what became moot
     * @param onTimeRate onTime of all that was done, skipped or expired, 0 to 1; null without any
     * @param sent private messages that this person reported as sent
     * @param adds followers won, by whoever did the task of adding them, else by whose the account is now
     * @param losses of accounts that are this person's now
     * @param breaches contacts of this person that broke a limit
     * @param loops feedback that this person answers for and that was confirmed
     * @param meanLoopHours working hours from its report to its confirmation, two decimals; null without any
     */
    public record Row(
            Id staffId,
            String name,
            int onTime,
            int late,
            int skipped,
            int expired,
            BigDecimal onTimeRate,
            int sent,
            int failed,
            int adds,
            int losses,
            int breaches,
            int loops,
            BigDecimal meanLoopHours) {}
}
