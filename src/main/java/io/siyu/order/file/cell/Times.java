package io.siyu.order.file.cell;

import io.siyu.order.file.workbook.SerialDates;

import java.math.BigDecimal;
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
 * {@code 2010-12-01T08:26:00+08:00}, {@code 2024-05-01 10:00:00 +0000}, a day alone, or a spreadsheet's number of days.
 */
public final class Times {
    private static final Pattern SHAPE = Pattern.compile("(\\d{4})([-/.年])(\\d{1,2})(?:\\2|月)(\\d{1,2})日?"
            + "(?:(?:[T ]| +)(\\d{1,2}):(\\d{1,2})(?::(\\d{1,2})(?:\\.(\\d{1,9}))?)?)?"
            + " ?(Z|UTC|GMT|[+-]\\d{2}:?\\d{2})?");

    private static final Pattern SERIAL = Pattern.compile("\\d{5}(\\.\\d{1,12})?");
    /** {@code 2010-12-01 08:26:00}, which nearly all exports write. */
    private static final String USUAL = "dddd-dd-dd dd:dd:dd";

    private static final int FIRST_YEAR = 1990;
    private static final int LAST_YEAR = 2100;

    private Times() {}

    public static Optional<Instant> parse(String text, ZoneId zone) {
        return parse(text, zone, false);
    }

    /**
     * @param zone that of times without an offset
     * @param countsFrom1904 whether a number of days counts from 1904 on, and not from 1900
     * @return empty for text that is no date, or one that no calendar has
     */
    public static Optional<Instant> parse(String text, ZoneId zone, boolean countsFrom1904) {
        try {
            if (isUsual(text)) {
                return within(usual(text)).map(local -> local.atZone(zone).toInstant());
            }
            Matcher m = SHAPE.matcher(text);
            if (!m.matches()) {
                return serial(text, countsFrom1904)
                        .map(local -> local.atZone(zone).toInstant());
            }
            ZoneId of = m.group(9) == null ? zone : offset(m.group(9));
            return within(local(m)).map(local -> local.atZone(of).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDateTime> within(LocalDateTime local) {
        return Optional.of(local).filter(l -> l.getYear() >= FIRST_YEAR && l.getYear() <= LAST_YEAR);
    }

    private static boolean isUsual(String text) {
        if (text.length() != USUAL.length()) {
            return false;
        }
        for (int i = 0; i < USUAL.length(); i++) {
            char shape = USUAL.charAt(i);
            char c = text.charAt(i);
            if (shape == 'd' ? c < '0' || c > '9' : c != shape && !(c == '/' && shape == '-')) {
                return false;
            }
        }
        return text.charAt(4) == text.charAt(7);
    }

    private static LocalDateTime usual(String text) {
        return LocalDateTime.of(
                digits(text, 0, 4),
                digits(text, 5, 7),
                digits(text, 8, 10),
                digits(text, 11, 13),
                digits(text, 14, 16),
                digits(text, 17, 19));
    }

    private static int digits(String text, int from, int to) {
        return Integer.parseInt(text, from, to, 10);
    }

    private static LocalDateTime local(Matcher m) {
        return LocalDateTime.of(
                number(m, 1),
                number(m, 3),
                number(m, 4),
                number(m, 5),
                number(m, 6),
                number(m, 7),
                micros(m.group(8)) * 1000);
    }

    private static Optional<LocalDateTime> serial(String text, boolean countsFrom1904) {
        return SERIAL.matcher(text).matches()
                ? Optional.ofNullable(SerialDates.toTime(new BigDecimal(text), countsFrom1904))
                        .flatMap(Times::within)
                : Optional.empty();
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
