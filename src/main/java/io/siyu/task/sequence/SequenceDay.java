package io.siyu.task.sequence;

import io.siyu.content.limit.ContactLimits;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Stream;

/** When the steps of a sequence go out on a day, and until when they mean something: till quiet hours begin (R13). */
record SequenceDay(LocalDate day, ZoneId zone, List<SequenceStep> steps, ContactLimits limits) {
    /** How long who waits for a limit, or has just joined, waits at most to be looked at again. */
    static final Duration LOOK_AGAIN = Duration.ofMinutes(10);

    Instant startOf(SequenceStep step) {
        return day.atTime(step.at()).atZone(zone).toInstant();
    }

    Instant end() {
        Instant quiet = day.atTime(limits.quietFrom()).atZone(zone).toInstant();
        return steps.stream().allMatch(step -> startOf(step).isBefore(quiet))
                ? quiet
                : day.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** When there is something to do first, once the day before is finished: now, if this one has begun meanwhile. */
    Instant firstAt(Instant now) {
        return hasBegun(now) ? now : nextAfter(now);
    }

    /** When there is something to do on this day after now, which lies before its end. */
    Instant nextAfter(Instant now) {
        Instant again = now.plus(LOOK_AGAIN);
        return Stream.concat(
                        Stream.of(again.isBefore(end()) && hasBegun(now) ? again : end()),
                        steps.stream().map(this::startOf).filter(start -> start.isAfter(now)))
                .min(Instant::compareTo)
                .orElseThrow();
    }

    private boolean hasBegun(Instant now) {
        return steps.stream().anyMatch(step -> !startOf(step).isAfter(now));
    }
}
