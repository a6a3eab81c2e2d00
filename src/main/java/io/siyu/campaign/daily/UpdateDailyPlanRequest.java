package io.siyu.campaign.daily;

import io.siyu.campaign.Audience;
import io.siyu.platform.ids.Id;
import io.siyu.platform.json.Patch;
import io.siyu.platform.text.Visible;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** What changes in a daily plan; what is left out stays, and null takes the last day away. */
public record UpdateDailyPlanRequest(
        @Size(min = 1, max = 120) @Visible String name,
        @Size(min = 1, max = 7) Set<@NotNull DayOfWeek> weekdays,
        @Size(min = 1, max = 12) List<@NotNull @Valid DailyHour> hours,
        @Size(max = 5) List<@NotNull @Valid LineQuota> lines,
        @Size(min = 1, max = 200) List<@NotNull Id> scripts,
        @Min(1) @Max(60) Integer windowDays,
        @Size(max = 366) Set<@NotNull LocalDate> skipDays,
        @Valid Audience audience,
        LocalDate from,
        Optional<LocalDate> to,
        DailyPlanStatus status) {
    DailyPlanTerms over(DailyPlanTerms before) {
        DailyRhythm was = before.rhythm();
        DailyRhythm rhythm = new DailyRhythm(
                Objects.requireNonNullElse(weekdays, was.weekdays()),
                Objects.requireNonNullElse(hours, was.hours()),
                Objects.requireNonNullElse(lines, was.lines()),
                Objects.requireNonNullElse(scripts, was.scripts()).stream()
                        .distinct()
                        .toList(),
                Objects.requireNonNullElse(windowDays, was.windowDays()),
                Objects.requireNonNullElse(skipDays, was.skipDays()),
                Objects.requireNonNullElse(audience, was.audience()));
        return new DailyPlanTerms(
                name == null ? before.name() : name.strip(),
                Objects.requireNonNullElse(from, before.fromDay()),
                Patch.over(before.toDay(), to),
                rhythm);
    }
}
