package io.siyu.platform.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Moments as ISO 8601 writes them in UTC, millions of them: without a formatter, which takes several times as long. */
public final class UtcText {
    private static final int WITHOUT_SECONDS = "2026-11-22T16:25".length();

    private UtcText() {}

    /** What {@link Instant#toString} says; "null" for null. */
    public static String of(Instant instant) {
        if (instant == null) {
            return "null";
        }
        String local = LocalDateTime.ofInstant(instant, ZoneOffset.UTC).toString();
        return local.length() == WITHOUT_SECONDS ? local + ":00Z" : local + 'Z';
    }
}
