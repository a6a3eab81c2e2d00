package io.siyu.task;

import java.time.Instant;

/**
 * How long somebody had a task.
 *
 * @param until when it ended; null while it runs
 */
record TaskLease(Instant from, Instant until) {
    boolean covers(Instant at) {
        return !at.isBefore(from) && (until == null || !at.isAfter(until));
    }
}
