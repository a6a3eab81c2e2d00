package io.siyu.order.write;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** Whether two sources speak of the same moment: exports tell it to the minute at least, or no more than the day. */
final class SameMoment {
    private static final Duration A_MINUTE = Duration.ofMinutes(1);

    private SameMoment() {}

    static boolean is(Instant stored, Instant told, ZoneId zone) {
        ZonedDateTime local = told.atZone(zone);
        boolean isDayOnly = local.toLocalTime().equals(LocalTime.MIDNIGHT)
                && local.toLocalDate().equals(LocalDate.ofInstant(stored, zone));
        return isDayOnly || Duration.between(told, stored).abs().compareTo(A_MINUTE) < 0;
    }
}
