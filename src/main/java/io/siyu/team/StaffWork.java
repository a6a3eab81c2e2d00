package io.siyu.team;

import io.siyu.platform.ids.Id;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Adds up what one member did. */
final class StaffWork {
    private static final int RATE_DIGITS = 6;
    private static final int HOUR_DIGITS = 2;
    private static final int MINUTES_AN_HOUR = 60;

    int done;
    int onTime;
    int skipped;
    int expired;
    int sent;
    int failed;
    int adds;
    int losses;
    int breaches;
    int loops;
    long loopMinutes;

    StaffFiguresResponse.Row row(Id staffId, String name) {
        int all = done + skipped + expired;
        return new StaffFiguresResponse.Row(
                staffId,
                name,
                onTime,
                done - onTime,
                skipped,
                expired,
                all == 0
                        ? null
                        : BigDecimal.valueOf(onTime).divide(BigDecimal.valueOf(all), RATE_DIGITS, RoundingMode.HALF_UP),
                sent,
                failed,
                adds,
                losses,
                breaches,
                loops,
                loops == 0
                        ? null
                        : BigDecimal.valueOf(loopMinutes)
                                .divide(
                                        BigDecimal.valueOf((long) loops * MINUTES_AN_HOUR),
                                        HOUR_DIGITS,
                                        RoundingMode.HALF_UP));
    }
}
