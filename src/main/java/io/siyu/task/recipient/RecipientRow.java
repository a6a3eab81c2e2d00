package io.siyu.task.recipient;

import io.siyu.platform.sql.ResultRow;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Objects;

/**
 * How far one follower's message got, as it is stored.
 *
 * @param outcome what was reported last; null if nothing was
 * @param at when that was, by the device
 * @param reportedAt when it was heard of
 */
record RecipientRow(
        long followerId,
        long buyerId,
        RecipientState state,
        RecipientOutcome outcome,
        String note,
        Instant at,
        Long reportedBy,
        Instant reportedAt,
        Instant repliedAt,
        Instant boughtAt) {
    static RecipientRow read(ResultRow row) throws SQLException {
        return new RecipientRow(
                row.longAt("follower_id"),
                row.longAt("buyer_id"),
                row.enumAt("state", RecipientState.class),
                row.enumAt("outcome", RecipientOutcome.class),
                row.textAt("note"),
                row.instantAt("state_at"),
                row.nullableLongAt("reported_by"),
                row.instantAt("reported_at"),
                row.instantAt("replied_at"),
                row.instantAt("bought_at"));
    }

    boolean wasSent() {
        return state == RecipientState.SENT;
    }

    /** Whether a report tells what is known already. */
    boolean saysAlready(RecipientReport report) {
        return switch (report.outcome()) {
            case SENT -> wasSent();
            case REPLIED -> wasSent() && repliedAt != null;
            case BOUGHT -> wasSent() && boughtAt != null;
            case SKIPPED -> state == RecipientState.SKIPPED && Objects.equals(note, report.reason());
            case FAILED -> state == RecipientState.FAILED && Objects.equals(note, report.reason());
            case OPT_OUT -> outcome == RecipientOutcome.OPT_OUT;
            case PENDING -> outcome == null && !wasSent();
        };
    }

    /** @param stateOfPending what it is while nothing is reported of it */
    RecipientRow with(RecipientReport report, RecipientState stateOfPending, long by, Instant now) {
        Instant time = report.at();
        return switch (report.outcome()) {
            case SENT -> told(report, RecipientState.SENT, null, by, now);
            case REPLIED -> told(report, RecipientState.SENT, null, by, now).replied(time);
            case BOUGHT -> told(report, RecipientState.SENT, null, by, now).bought(time);
            case SKIPPED -> told(report, RecipientState.SKIPPED, report.reason(), by, now);
            case FAILED -> told(report, RecipientState.FAILED, report.reason(), by, now);
            case OPT_OUT -> optedOut(report, by, now);
            case PENDING ->
                new RecipientRow(followerId, buyerId, stateOfPending, null, null, null, null, null, null, null);
        };
    }

    private RecipientRow told(RecipientReport report, RecipientState next, String why, long by, Instant now) {
        // What was sent was so at the first report's time; an answer to it comes later.
        Instant time = wasSent() && next == state ? at : report.at();
        return new RecipientRow(followerId, buyerId, next, report.outcome(), why, time, by, now, repliedAt, boughtAt);
    }

    private RecipientRow optedOut(RecipientReport report, long by, Instant now) {
        boolean isOpen = state == RecipientState.PENDING;
        return new RecipientRow(
                followerId,
                buyerId,
                isOpen ? RecipientState.SKIPPED : state,
                RecipientOutcome.OPT_OUT,
                isOpen ? "OPTED_OUT" : note,
                isOpen || at == null ? report.at() : at,
                by,
                now,
                repliedAt,
                boughtAt);
    }

    private RecipientRow replied(Instant time) {
        return new RecipientRow(
                followerId,
                buyerId,
                state,
                outcome,
                note,
                at,
                reportedBy,
                reportedAt,
                repliedAt == null ? time : repliedAt,
                boughtAt);
    }

    private RecipientRow bought(Instant time) {
        return new RecipientRow(
                followerId,
                buyerId,
                state,
                outcome,
                note,
                at,
                reportedBy,
                reportedAt,
                repliedAt,
                boughtAt == null ? time : boughtAt);
    }
}
