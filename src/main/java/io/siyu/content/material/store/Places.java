package io.siyu.content.material.store;

import io.siyu.platform.problem.ErrorCode;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** So many at a time, and some who wait a while, so that what is slow does not take every worker of a replica. */
public final class Places {
    private final Semaphore free;
    private final int mostWaiting;
    private final Duration longestWait;
    private final String full;

    /** @param full what is said to who finds too many waiting, or has waited for too long */
    public Places(int places, int mostWaiting, Duration longestWait, String full) {
        this.free = new Semaphore(places);
        this.mostWaiting = mostWaiting;
        this.longestWait = longestWait;
        this.full = full;
    }

    /** @throws io.siyu.platform.problem.ProblemException 503 if none is to be had */
    public void take() {
        try {
            boolean isTaken = free.tryAcquire()
                    || free.getQueueLength() < mostWaiting
                            && free.tryAcquire(longestWait.toMillis(), TimeUnit.MILLISECONDS);
            if (!isTaken) {
                throw ErrorCode.UNAVAILABLE.problem(full);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ErrorCode.UNAVAILABLE.problem(full);
        }
    }

    public void giveBack() {
        free.release();
    }
}
