package io.siyu.platform.time;

import java.time.Instant;

/**
 * Work that is due by the clock. What must happen later is a row with a time; an implementation looks for the rows
 * whose time has come, so that a restart or a second replica loses and repeats nothing.
 */
public interface DueWork {
    /**
     * Does a bounded batch of what is due, in its own transactions. Several replicas may call it at once.
     *
     * @return how many things were done; 0 when nothing more is due
     */
    int runDue(Instant now);

    /** Smaller runs first within one tick: a campaign starts before its tasks open. */
    int order();

    /**
     * Whether it only looks for what waits or was abandoned and starts workers of its own for it, each under a lease. Every
     * replica looks for such work by itself, and none waits for whatever else is due.
     */
    default boolean isLeased() {
        return false;
    }
}
