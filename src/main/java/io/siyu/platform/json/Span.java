package io.siyu.platform.json;

import java.time.Instant;
import java.time.LocalDate;

/**
 * The days and instants that requests may name. They fit into the database's columns in every time zone, with room to
 * reckon some years to either side.
 */
public final class Span {
    public static final LocalDate FIRST_DAY = LocalDate.of(1970, 1, 1);
    public static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

    /** What can be wrong with a day, for people. */
    public static final String DAY = "A day as yyyy-MM-dd, from " + FIRST_DAY + " to " + LAST_DAY + ".";

    private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("2999-12-31T23:59:59.999999999Z");

    private Span() {}

    public static boolean holds(LocalDate day) {
        return !day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY);
    }

    public static boolean holds(Instant instant) {
        return !instant.isBefore(FIRST) && !instant.isAfter(LAST);
    }
}
