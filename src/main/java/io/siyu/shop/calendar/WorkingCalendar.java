package io.siyu.shop.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

/**
 * When a shop works: the hours of its weekdays, and the days on which it works not at all.
 *
 * @param hours by weekday, then by their beginning; those of one day do not overlap, and there is at least one
 * @param holidays in their order, each once
 */
public record WorkingCalendar(List<WorkingHours> hours, List<LocalDate> holidays) {
    /** Nine to six on every day: shops on marketplaces sell on weekends too. */
    public static final WorkingCalendar DEFAULT = new WorkingCalendar(
            Arrays.stream(DayOfWeek.values())
                    .map(weekday -> new WorkingHours(weekday, "09:00", "18:00"))
                    .toList(),
            List.of());

    public WorkingCalendar {
        hours = List.copyOf(hours);
        holidays = List.copyOf(holidays);
    }
}
