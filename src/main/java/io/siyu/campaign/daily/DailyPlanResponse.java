package io.siyu.campaign.daily;

import io.siyu.campaign.Audience;
import io.siyu.platform.ids.Id;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/**
 * A daily plan.
 *
 * @param plannedThrough the last day of which all occurrences are made
 * @param version counts its edits, for If-Match
 */
public record DailyPlanResponse(
        Id id,
        Id shopId,
        String name,
        DailyPlanStatus status,
        LocalDate from,
        LocalDate to,
        Set<DayOfWeek> weekdays,
        List<DailyHour> hours,
        List<LineQuota> lines,
        List<Id> scripts,
        int windowDays,
        Set<LocalDate> skipDays,
        Audience audience,
        LocalDate plannedThrough,
        String createdBy,
        Instant createdAt,
        int version) {
    static DailyPlanResponse from(DailyPlan plan) {
        DailyPlanTerms terms = plan.terms();
        DailyRhythm rhythm = plan.rhythm();
        return new DailyPlanResponse(
                Id.of(plan.id()),
                Id.of(plan.shopId()),
                terms.name(),
                plan.status(),
                terms.fromDay(),
                terms.toDay(),
                rhythm.weekdays(),
                rhythm.hours(),
                rhythm.lines(),
                rhythm.scripts(),
                rhythm.windowDays(),
                rhythm.skipDays(),
                rhythm.audience(),
                plan.madeThrough(),
                plan.createdBy(),
                plan.createdAt(),
                plan.revision());
    }
}
