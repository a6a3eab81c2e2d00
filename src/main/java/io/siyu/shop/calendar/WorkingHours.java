package io.siyu.shop.calendar;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import java.time.DayOfWeek;

/**
 * A stretch of a weekday in which a shop works, by its own clock.
 *
 * @param to {@code 24:00} is the day's end
 */
public record WorkingHours(
        @NotNull DayOfWeek weekday,

        @NotNull @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]")
        String from,

        @NotNull @Pattern(regexp = "([01][0-9]|2[0-3]):[0-5][0-9]|24:00")
        String to) {
    private static final int MINUTES_AN_HOUR = 60;

    /** Minutes since the day began by the clock on the wall. */
    int fromMinute() {
        return minute(from);
    }

    /** The same; 1440 is the day's end. */
    int toMinute() {
        return minute(to);
    }

    private static int minute(String text) {
        String[] parts = text.split(":");
        return Integer.parseInt(parts[0]) * MINUTES_AN_HOUR + Integer.parseInt(parts[1]);
    }
}
