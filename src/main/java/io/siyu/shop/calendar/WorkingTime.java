package io.siyu.shop.calendar;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Time as a shop's work counts it (R14, R16): only its working hours pass. Hours are of the clock on the wall; how long they
 * last is measured in real time, so that a day on which the clock is put forward has an hour less, if it worked then.
 */
public final class WorkingTime {
    private final Map<DayOfWeek, List<WorkingHours>> week = new EnumMap<>(DayOfWeek.class);
    private final Set<LocalDate> holidays;
    private final ZoneId zone;

    /** @param calendar with at least one stretch of working hours */
    public WorkingTime(WorkingCalendar calendar, ZoneId zone) {
        if (calendar.hours().isEmpty()) {
            throw new IllegalArgumentException("Without any working hours nothing would ever be due");
        }
        for (DayOfWeek weekday : DayOfWeek.values()) {
            week.put(
                    weekday,
                    calendar.hours().stream()
                            .filter(hours -> hours.weekday() == weekday)
                            .toList());
        }
        this.holidays = new HashSet<>(calendar.holidays());
        this.zone = zone;
    }

    /** How much working time passes from one instant to another; none where the other is not later. */
    public Duration between(Instant from, Instant to) {
        Duration passed = Duration.ZERO;
        // Where the clock is put back over midnight, an instant may belong to the day behind the one that its clock
        // shows.
        LocalDate last = LocalDate.ofInstant(to, zone).plusDays(1);
        for (LocalDate day = LocalDate.ofInstant(from, zone); !day.isAfter(last); day = day.plusDays(1)) {
            for (WorkingHours hours : hoursOf(day)) {
                Instant start = later(from, at(day, hours.fromMinute()));
                Instant end = earlier(to, at(day, hours.toMinute()));
                passed = start.isBefore(end) ? passed.plus(Duration.between(start, end)) : passed;
            }
        }
        return passed;
    }

    /**
     * The first instant at which so much working time has passed since another one.
     *
     * @throws IllegalArgumentException for less than none
     */
    public Instant after(Instant from, Duration work) {
        if (work.isNegative()) {
            throw new IllegalArgumentException("Working time does not go back");
        }
        if (work.isZero()) {
            return from;
        }
        Duration left = work;
        for (LocalDate day = LocalDate.ofInstant(from, zone); ; day = day.plusDays(1)) {
            for (WorkingHours hours : hoursOf(day)) {
                Instant start = later(from, at(day, hours.fromMinute()));
                Instant end = at(day, hours.toMinute());
                Duration stretch = start.isBefore(end) ? Duration.between(start, end) : Duration.ZERO;
                if (left.compareTo(stretch) <= 0) {
                    return start.plus(left);
                }
                left = left.minus(stretch);
            }
        }
    }

    private List<WorkingHours> hoursOf(LocalDate day) {
        return holidays.contains(day) ? List.of() : week.get(day.getDayOfWeek());
    }

    /**
     * The instant that the clock on the wall shows so; of an hour that comes twice the first, of one that is left out the
     * moment at which it is. Later times are never earlier instants, so that hours side by side stay so.
     */
    private Instant at(LocalDate day, int minute) {
        LocalDateTime wall = day.atStartOfDay().plusMinutes(minute);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(wall);
        if (offsets.isEmpty()) {
            ZoneOffsetTransition gap = zone.getRules().getTransition(wall);
            return gap.getInstant();
        }
        return wall.toInstant(offsets.get(0));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
