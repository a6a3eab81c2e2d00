package io.siyu.tier.run;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * A shop's calendar day on the line of time, for as long as its tiers hold: 23 or 25 hours where clocks are changed,
 * begun at one o'clock where midnight is skipped.
 *
 * @param from its first instant
 * @param until the first instant of the next day
 */
record ShopDay(Instant from, Instant until) {
    static ShopDay of(LocalDate day, ZoneId zone) {
        return new ShopDay(
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
