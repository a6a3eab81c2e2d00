package io.siyu.order.file;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads moments as exports write them: {@code 2010-12-01 08:26:00}, {@code 2010/12/1 8:26} after a spreadsheet,
 * {@code 2010-12-01T08:26:00+08:00}, {@code 2024-05-01 10:00:00 +0000}, or a day alone.
 */
final class Times {
    private static final Pattern SHAPE = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})"
            + "(?:(?:[T ]| +)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:\\.(\\d{1,9}))?)?)?"
            + " ?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?");

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    private Times() {}

    /**
     * @param zone that of times without an offset
     * @return empty for text that is no date, or one that no calendar has
     */
    static Optional<Instant> parse(String text, ZoneId zone) {
        Matcher m = SHAPE.matcher(text);
        if (!m.matches()) {
            return Optional.empty();
        }
        int year = Integer.parseInt(m.group(1));
        if (year < FIRST_YEAR || year > LAST_YEAR) {
            return Optional.empty();
        }
        try {
            LocalDateTime local = LocalDateTime.of(
                    year,
                    number(m, 3),
                    number(m, 4),
                    number(m, 5),
                    number(m, 6),
                    number(m, 7),
                    micros(m.group(8)) * 1000);
            ZoneId of = m.group(9) == null ? zone : offset(m.group(9));
            return Optional.of(local.atZone(of).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static int number(Matcher m, int group) {
        return m.group(group) == null ? 0 : Integer.parseInt(m.group(group));
    }

    private static int micros(String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "00000").substring(0, 6));
    }

    private static ZoneOffset offset(String text) {
        return Character.isLetter(text.charAt(0)) ? ZoneOffset.UTC : ZoneOffset.of(text);
    }
}
