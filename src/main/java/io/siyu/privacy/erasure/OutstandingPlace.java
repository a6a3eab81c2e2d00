package io.siyu.privacy.erasure;

import java.time.Instant;

/**
 * A place that is not yet looked through to its end.
 *
 * @param rows that were looked at there so far
 * @param failures in a row, 0 where it only waits for its turn
 * @param obstacle what the last one was, null for none
 * @param nextAt when it is tried again, null for as soon as it is its turn
 */
public record OutstandingPlace(String place, long rows, int failures, ErasureObstacle obstacle, Instant nextAt) {
    static OutstandingPlace from(PlaceProgress progress) {
        return new OutstandingPlace(
                progress.place(), progress.rows(), progress.failures(), progress.obstacle(), progress.nextAt());
    }
}
