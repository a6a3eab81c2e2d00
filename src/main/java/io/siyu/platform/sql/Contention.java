package io.siyu.platform.sql;

import io.quarkus.narayana.jta.QuarkusTransaction;

import jakarta.persistence.OptimisticLockException;

import java.sql.SQLException;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** For work that others may be doing at the same time: whoever loses looks again and sees what the winner left. */
public final class Contention {
    private static final int ATTEMPTS = 8;
    private static final long PAUSE_MILLIS = 15;

    /** Deadlock, lock wait timeout, "record has changed since last read", and Galera's "not yet prepared". */
    private static final Set<Integer> LOST = Set.of(1213, 1205, 1020, 1047);

    private static final int LOCK_WAIT_OVER = 1205;

    private Contention() {}

    /**
     * Runs the work in a transaction of its own, and again, a bounded number of times, when it lost a race for a row.
     * Within {@link OneTransaction} it is a part of that.
     *
     * @param work must look at the database anew each time
     */
    public static <T> T inTransaction(Supplier<T> work) {
        return OneTransaction.isRunning()
                ? work.get()
                : untilWon(() -> QuarkusTransaction.requiringNew().call(work::get));
    }

    /**
     * Runs work that makes transactions of its own, and again, a bounded number of times, when it lost a race for a row.
     *
     * @param work must go on where its last committed transaction ended
     */
    public static <T> T untilWon(Supplier<T> work) {
        if (OneTransaction.isRunning()) {
            return work.get();
        }
        for (int attempt = 1; ; attempt++) {
            try {
                return work.get();
            } catch (RuntimeException e) {
                if (attempt == ATTEMPTS || !isLostRace(e)) {
                    throw e;
                }
                // Not all losers at once again.
                long pause = ThreadLocalRandom.current().nextLong(1, PAUSE_MILLIS * attempt);
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
            }
        }
    }

    /** Whether a statement gave up waiting for who holds a row. */
    public static boolean isLockWaitOver(SqlFailure e) {
        return e.errorCode() == LOCK_WAIT_OVER;
    }

    /** Said by a statement, or by COMMIT: a cluster finds out only there that another node was first. */
    static boolean isLostRace(Throwable e) {
        return DatabaseFault.toldBy(e).stream()
                .anyMatch(told -> told instanceof OptimisticLockException
                        || told instanceof SQLException sql && LOST.contains(sql.getErrorCode()));
    }
}
