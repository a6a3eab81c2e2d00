package io.siyu.demo;

import java.nio.charset.Charset;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The demo shop's orders, moved to the present by whole weeks, so that weekdays stay what they were. */
final class DemoFile {
    static final Charset CHARSET = Charset.forName("GB18030");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");
    private static final Pattern MOMENT = Pattern.compile("\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}");

    /** Creation, payment and receipt follow each other; receipt is later than the last order and does not count. */
    private static final Pattern CREATED = Pattern.compile("\"?'\\d{11}\"?,\"?(" + MOMENT.pattern() + ")");

    private static final long DAYS_A_WEEK = 7;

    private DemoFile() {}

    /** @return the file with every moment moved, the last order being at most seven days old and not in the future */
    static byte[] movedTo(byte[] file, Instant now, ZoneId zone) {
        String text = new String(file, CHARSET);
        LocalDateTime last = CREATED.matcher(text)
                .results()
                .map(found -> LocalDateTime.parse(found.group(1), TIME))
                .max(Comparator.naturalOrder())
                .orElseThrow(() -> new IllegalStateException("The demo file has no orders"));
        long weeks = Math.floorDiv(
                Duration.between(last, LocalDateTime.ofInstant(now, zone)).toDays(), DAYS_A_WEEK);
        Matcher moments = MOMENT.matcher(text);
        return moments.replaceAll(moment -> moved(moment, weeks)).getBytes(CHARSET);
    }

    private static String moved(MatchResult moment, long weeks) {
        LocalDate day = LocalDate.parse(moment.group().substring(0, 10)).plusWeeks(weeks);
        return day + moment.group().substring(10);
    }
}
