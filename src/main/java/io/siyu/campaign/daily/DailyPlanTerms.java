package io.siyu.campaign.daily;

import java.time.LocalDate;
import java.util.Objects;

/**
 * What a daily plan is.
 *
 * @param toDay the last one, null while no end is known
 */
public record DailyPlanTerms(String name, LocalDate fromDay, LocalDate toDay, DailyRhythm rhythm) {
    boolean postsTheSameAs(DailyPlanTerms other) {
        return fromDay.equals(other.fromDay) && Objects.equals(toDay, other.toDay) && rhythm.equals(other.rhythm);
    }
}
