package io.siyu.task.sequence;

import io.siyu.content.limit.ContactLimitRepository;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Carries sequences on, one day at a time: what is due on it is made and put onto lists, late if the service was down
 * meanwhile; when the day is over, what has not gone out is closed with its reason. Doing it again changes nothing.
 */
@ApplicationScoped
class SequenceReleases {
    private static final long A_MICROSECOND = 1000;

    private final FollowerSequenceRepository sequences;
    private final DueFollowers due;
    private final SequenceOccurrences occurrences;
    private final SequenceLists lists;
    private final ContactLimitRepository limits;

    SequenceReleases(
            FollowerSequenceRepository sequences,
            DueFollowers due,
            SequenceOccurrences occurrences,
            SequenceLists lists,
            ContactLimitRepository limits) {
        this.sequences = sequences;
        this.due = due;
        this.occurrences = occurrences;
        this.lists = lists;
        this.limits = limits;
    }

    /** All that is due until now, of days of a downtime too, and of who joined since it was looked at last. */
    void settle(Shop shop, FollowerSequence sequence, Instant now) {
        while (sequence.isDue(now)) {
            carryOn(shop, sequence, now);
        }
        carryOn(shop, sequence, now);
    }

    /** The day that is to be finished next, as far as it has come. */
    void carryOn(Shop shop, FollowerSequence sequence, Instant now) {
        LocalDate open = sequence.finishedThrough().plusDays(1);
        SequenceDay day = dayOf(shop, sequence, open);
        boolean isOver = !now.isBefore(day.end());
        Instant before = sequence.carriedUntil();
        if (isOver) {
            Instant next = dayOf(shop, sequence, open.plusDays(1)).firstAt(now);
            sequence.carriedOn(open, day.end().minusNanos(A_MICROSECOND), next);
        } else {
            sequence.carriedOn(sequence.finishedThrough(), now, day.nextAfter(now));
        }
        // Before any row: of two who do this at once one learns here that the other was faster.
        sequences.flush();
        for (SequenceStep step : sequence.terms().steps()) {
            if (isToBeMade(sequence, step, day.startOf(step), before, now)) {
                due.make(sequence, step, day, isOver, now);
            }
        }
        if (isOver) {
            occurrences.close(sequence, open, now);
        } else {
            lists.fill(shop, sequence, day, now);
        }
    }

    /** Once when its time comes; the step of the joining day again and again, for those who join after that time. */
    private static boolean isToBeMade(
            FollowerSequence sequence, SequenceStep step, Instant start, Instant before, Instant now) {
        if (start.isAfter(now)) {
            return false;
        }
        boolean isOfJoining = sequence.basis() == SequenceBasis.JOINED && step.day() == 0;
        return isOfJoining || start.isAfter(before) && !start.isBefore(sequence.inForceSince());
    }

    private SequenceDay dayOf(Shop shop, FollowerSequence sequence, LocalDate day) {
        return new SequenceDay(day, shop.zone(), sequence.terms().steps(), limits.limitsOn(shop.id(), day));
    }
}
