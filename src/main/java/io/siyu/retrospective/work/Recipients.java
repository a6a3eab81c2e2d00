package io.siyu.retrospective.work;

import java.math.BigDecimal;

/**
 * What became of private messages; rates count recipients.
 *
 * @param missed nobody wrote to them, and nobody will
 * @param sentRate sent of planned, 0 to 1; null where none were planned
 */
public record Recipients(int planned, int sent, int failed, int skipped, int missed, int pending, BigDecimal sentRate) {
    public static final Recipients NONE = new Recipients(0, 0, 0, 0, 0, 0);

    public Recipients(int planned, int sent, int failed, int skipped, int missed, int pending) {
        this(planned, sent, failed, skipped, missed, pending, Tally.rate(sent, planned));
    }

    public Recipients plus(Recipients other) {
        return new Recipients(
                planned + other.planned,
                sent + other.sent,
                failed + other.failed,
                skipped + other.skipped,
                missed + other.missed,
                pending + other.pending);
    }

    /** Once nobody works on them any more, those who wait were missed as well. */
    public Recipients closed() {
        return new Recipients(planned, sent, failed, skipped, missed + pending, 0);
    }
}
