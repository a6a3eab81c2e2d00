package io.siyu.platform.text;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/**
 * Writes moments as ISO 8601 does in UTC, millions of them: without a formatter, which takes several times as long, and
 * with the day of the moment before at hand, for most of a file's neighbours are of one day, and with the last one that
 * was more exact than to the second, for that is the moment at which all of them are written. For one thread.
 */
public final class UtcText {
    private static final int MINUTE = 60;
    private static final int HOUR = 60 * MINUTE;
    private static final int DAY = 24 * HOUR;
    private static final int TEN = 10;

    private long day = Long.MIN_VALUE;
    private String date;
    private Instant exact;
    private String exactText;

    /** Appends what {@link Instant#toString} says without the Z at its end. */
    public void append(Instant instant, StringBuilder text) {
        if (instant.getNano() != 0) {
            if (!instant.equals(exact)) {
                exact = instant;
                exactText = LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toString();
            }
            text.append(exactText);
            return;
        }
        long itsDay = Math.floorDiv(instant.getEpochSecond(), (long) DAY);
        if (itsDay != day) {
            day = itsDay;
            date = LocalDate.ofEpochDay(itsDay).toString();
        }
        int second = Math.floorMod(instant.getEpochSecond(), DAY);
        text.append(date).append('T');
        twoDigits(second / HOUR, text).append(':');
        twoDigits(second % HOUR / MINUTE, text).append(':');
        twoDigits(second % MINUTE, text);
    }

    private static StringBuilder twoDigits(int number, StringBuilder text) {
        return text.append((char) ('0' + number / TEN)).append((char) ('0' + number % TEN));
    }
}
