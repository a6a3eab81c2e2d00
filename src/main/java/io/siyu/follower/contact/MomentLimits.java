package io.siyu.follower.contact;

import io.siyu.content.limit.ContactLimits;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What an account's moments keep to.
 *
 * @param limits as they hold on the day in question
 * @param others the account's other moments, of the day before until the day after
 */
record MomentLimits(ContactLimits limits, List<PastContact> others, ZoneId zone) {
    /** How many days on both sides of a day its limits look at: a gap may span midnight. */
    static final int REACH = 1;

    /** Each limit that a moment at the instant breaks. */
    List<ReachedLimit> brokenAt(Instant at) {
        List<ReachedLimit> broken = new ArrayList<>();
        LocalDate day = LocalDate.ofInstant(at, zone);
        List<PastContact> ofDay =
                others.stream().filter(other -> other.day().equals(day)).toList();
        if (ofDay.size() >= limits.momentsPerDay()) {
            broken.add(fact(ContactRule.MOMENTS_PER_DAY, limits.momentsPerDay(), ofDay.size() + 1));
        }
        others.stream()
                .map(other -> Duration.between(minute(other.at()), minute(at)).abs())
                .min(Comparator.naturalOrder())
                .filter(gap -> gap.compareTo(Duration.ofMinutes(limits.momentGapMinutes())) < 0)
                .ifPresent(gap ->
                        broken.add(fact(ContactRule.MOMENT_GAP, limits.momentGapMinutes(), (int) gap.toMinutes())));
        if (limits.isQuiet(at.atZone(zone).toLocalTime())) {
            broken.add(fact(ContactRule.QUIET_HOURS, 0, 1));
        }
        return broken;
    }

    /** People keep to the minutes that their phone shows: 12:00:40 and 14:00:10 are two hours apart. */
    private static Instant minute(Instant at) {
        return at.truncatedTo(ChronoUnit.MINUTES);
    }

    private static ReachedLimit fact(ContactRule rule, int allowed, int counted) {
        return new ReachedLimit(rule, allowed, counted, null, null, null);
    }
}
