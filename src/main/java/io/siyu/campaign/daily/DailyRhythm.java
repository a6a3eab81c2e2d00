package io.siyu.campaign.daily;

import io.siyu.campaign.Audience;
import io.siyu.platform.ids.Id;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * When a plan posts what.
 *
 * @param hours in the order of their times
 * @param lines with their quotas, the preferred one first; empty: those of the scripts, without quotas
 * @param scripts in the order in which they take turns
 * @param windowDays quotas count so many days in a row, and within these no script comes twice
 * @param skipDays on which nothing goes out
 */
public record DailyRhythm(
        Set<DayOfWeek> weekdays,
        List<DailyHour> hours,
        List<LineQuota> lines,
        List<Id> scripts,
        int windowDays,
        Set<LocalDate> skipDays,
        Audience audience) {
    public DailyRhythm {
        // In an order of their own: the same said otherwise is no change.
        weekdays = new TreeSet<>(weekdays);
        skipDays = new TreeSet<>(skipDays);
        hours = hours.stream().sorted(Comparator.comparing(DailyHour::at)).toList();
    }

    /** Whether anything goes out on the day; if it is one of the plan's at all. */
    boolean postsOn(LocalDate day) {
        return weekdays.contains(day.getDayOfWeek()) && !skipDays.contains(day);
    }
}
