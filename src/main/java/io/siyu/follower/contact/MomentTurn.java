package io.siyu.follower.contact;

import io.siyu.content.limit.ContactLimits;
import io.siyu.content.limit.DatedLimits;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The next time at which the limits allow a moment, each limit read for the day that is looked at.
 *
 * @param others what else goes out on the account
 */
record MomentTurn(DatedLimits limits, List<PastContact> others, ZoneId zone) {
    /** What keeps it back at an instant; its until is null if nothing is allowed before the latest one. */
    Optional<ReachedLimit> keptBy(Instant at, Instant latest) {
        Optional<ReachedLimit> first = brokenAt(at);
        Instant next = at;
        Optional<ReachedLimit> broken = first;
        while (broken.isPresent() && next.isBefore(latest)) {
            next = after(broken.get().rule(), next);
            broken = brokenAt(next);
        }
        Instant until = next.isBefore(latest) ? next : null;
        return first.map(limit ->
                new ReachedLimit(limit.rule(), limit.allowed(), limit.counted(), null, since(limit.rule(), at), until));
    }

    private Optional<ReachedLimit> brokenAt(Instant at) {
        return new MomentLimits(of(at), others, zone).brokenAt(at).stream().findFirst();
    }

    private ContactLimits of(Instant at) {
        return limits.on(LocalDate.ofInstant(at, zone));
    }

    private Instant after(ContactRule rule, Instant at) {
        ZonedDateTime time = at.atZone(zone);
        return switch (rule) {
            case MOMENT_GAP ->
                near(at).stream()
                        .map(other -> other.at().truncatedTo(ChronoUnit.MINUTES).plus(gap(at)))
                        .max(Comparator.naturalOrder())
                        .orElseThrow();
            case QUIET_HOURS -> {
                ZonedDateTime end = time.with(of(at).quietTo());
                yield (end.isAfter(time) ? end : end.plusDays(1)).toInstant();
            }
            default -> time.toLocalDate().plusDays(1).atStartOfDay(zone).toInstant();
        };
    }

    private Instant since(ContactRule rule, Instant at) {
        if (rule == ContactRule.QUIET_HOURS) {
            ZonedDateTime time = at.atZone(zone);
            ZonedDateTime begin = time.with(of(at).quietFrom());
            return (begin.isAfter(time) ? begin.minusDays(1) : begin).toInstant();
        }
        LocalDate day = LocalDate.ofInstant(at, zone);
        List<PastContact> counted = rule == ContactRule.MOMENT_GAP
                ? near(at)
                : others.stream().filter(other -> other.day().equals(day)).toList();
        return counted.stream()
                .map(PastContact::at)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private List<PastContact> near(Instant at) {
        return others.stream()
                .filter(other -> Duration.between(other.at(), at).abs().compareTo(gap(at)) < 0)
                .toList();
    }

    private Duration gap(Instant at) {
        return Duration.ofMinutes(of(at).momentGapMinutes());
    }
}
