package io.siyu.privacy.erasure;

import io.siyu.platform.privacy.search.SearchedPlace;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * How far an erasure is at one place.
 *
 * @param checkpoint behind which to go on, null at the beginning and the end
 * @param found how many rows named the person
 * @param perhaps how many rows may name the person
 * @param perhapsIds of the first of them
 * @param failures in a row, 0 where the last step went well
 * @param nextAt when it is tried again after a failure, else null
 * @param obstacle what the last failure was, else null
 */
record PlaceProgress(
        String place,
        String checkpoint,
        boolean isThrough,
        long rows,
        int found,
        int perhaps,
        List<String> perhapsIds,
        int failures,
        Instant nextAt,
        ErasureObstacle obstacle) {
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration WAIT_FOR_DATABASE = Duration.ofSeconds(5);
    private static final Duration LONGEST_WAIT = Duration.ofHours(6);
    private static final int MOST_DOUBLINGS = 20;
    private static final int MOST_IDS = 20;

    PlaceProgress {
        perhapsIds = List.copyOf(perhapsIds);
    }

    static PlaceProgress begin(String place) {
        return new PlaceProgress(place, null, false, 0, 0, 0, List.of(), 0, null, null);
    }

    boolean isDue(Instant now) {
        return !isThrough && (nextAt == null || !nextAt.isAfter(now));
    }

    PlaceProgress after(SearchedPlace.Step step) {
        return new PlaceProgress(
                place,
                step.checkpoint(),
                step.checkpoint() == null,
                rows + step.rows(),
                found + step.found(),
                perhaps + step.perhaps().size(),
                Stream.concat(perhapsIds.stream(), step.perhaps().stream())
                        .distinct()
                        .limit(MOST_IDS)
                        .toList(),
                0,
                null,
                null);
    }

    /** Waits twice as long after each failure, up to six hours. */
    PlaceProgress failed(ErasureObstacle by, Instant now) {
        Duration doubled = FIRST_WAIT.multipliedBy(1L << Math.min(failures, MOST_DOUBLINGS));
        Duration wait =
                Stream.of(doubled, LONGEST_WAIT).min(Duration::compareTo).orElseThrow();
        return new PlaceProgress(
                place, checkpoint, false, rows, found, perhaps, perhapsIds, failures + 1, now.plus(wait), by);
    }

    /** By the database, which says nothing about the place: the step is none of those that failed. */
    PlaceProgress interrupted(Instant now) {
        return new PlaceProgress(
                place,
                checkpoint,
                false,
                rows,
                found,
                perhaps,
                perhapsIds,
                failures,
                now.plus(WAIT_FOR_DATABASE),
                ErasureObstacle.DATABASE);
    }

    /** From its beginning once more. */
    PlaceProgress again() {
        return new PlaceProgress(place, null, false, rows, found, 0, List.of(), failures, nextAt, obstacle);
    }
}
