package io.siyu.campaign.daily;

import io.siyu.campaign.Audience;
import io.siyu.platform.ids.Id;
import io.siyu.platform.text.Visible;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * A new daily plan.
 *
 * @param weekdays all of them if left out
 * @param lines with their quotas; left out: those of the scripts, without quotas
 * @param scripts in the order in which they take turns
 * @param windowDays quotas count so many days in a row, and within these no script comes twice; 7 if left out
 * @param from today if left out
 * @param to the last day, left out while no end is known
 */
public record CreateDailyPlanRequest(
        @NotNull @Visible @Size(max = 120) String name,
        @Size(min = 1, max = 7) Set<@NotNull DayOfWeek> weekdays,
        @NotNull @Size(min = 1, max = 12) List<@NotNull @Valid DailyHour> hours,
        @Size(max = 5) List<@NotNull @Valid LineQuota> lines,
        @NotNull @Size(min = 1, max = 200) List<@NotNull Id> scripts,
        @Min(1) @Max(60) Integer windowDays,
        @Size(max = 366) Set<@NotNull LocalDate> skipDays,
        @Valid Audience audience,
        LocalDate from,
        LocalDate to) {
    static final int DEFAULT_WINDOW = 7;

    /** @param today of the shop */
    DailyPlanTerms terms(LocalDate today) {
        DailyRhythm rhythm = new DailyRhythm(
                Objects.requireNonNullElse(weekdays, EnumSet.allOf(DayOfWeek.class)),
                hours,
                Objects.requireNonNullElse(lines, List.of()),
                scripts.stream().distinct().toList(),
                Objects.requireNonNullElse(windowDays, DEFAULT_WINDOW),
                Objects.requireNonNullElse(skipDays, Set.of()),
                Objects.requireNonNullElse(audience, Audience.OPEN));
        return new DailyPlanTerms(name.strip(), Objects.requireNonNullElse(from, today), to, rhythm);
    }
}
