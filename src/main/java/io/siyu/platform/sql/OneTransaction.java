package io.siyu.platform.sql;

import io.quarkus.narayana.jta.QuarkusTransaction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Work whose parts would each have a transaction of their own, in a single one: as long as it runs, {@link Contention}
 * opens none on this thread, and leaves it to the whole to be tried again when any part lost a race.
 */
public final class OneTransaction {
    private static final ThreadLocal<OneTransaction> RUNNING = new ThreadLocal<>();

    private final List<Runnable> onceCommitted = new ArrayList<>();
    private final List<Runnable> onceRolledBack = new ArrayList<>();
    private boolean isToBeCommitted;

    private OneTransaction() {}

    private record Done<T>(T result, List<Runnable> afterwards) {}

    /** @param work must look at everything anew each time it is tried */
    public static <T> T run(Supplier<T> work) {
        Done<T> done = Contention.untilWon(() -> new OneTransaction().attempt(work));
        // Not a part of what is tried again: the work is done.
        done.afterwards().forEach(Runnable::run);
        return done.result();
    }

    static boolean isRunning() {
        return RUNNING.get() != null;
    }

    /** Does at once what others are to see the work for; within such a whole, when that is committed. */
    public static void onceCommitted(Runnable afterwards) {
        OneTransaction running = RUNNING.get();
        if (running == null) {
            afterwards.run();
        } else {
            running.onceCommitted.add(afterwards);
        }
    }

    /**
     * Takes back what no database does, if the running whole fails after this. Not if the commit fails: then nobody knows
     * whether the work is done, and what has to be known is told by the rows, to whoever sweeps later.
     */
    public static void onceRolledBack(Runnable undoing) {
        OneTransaction running = RUNNING.get();
        if (running != null) {
            running.onceRolledBack.add(undoing);
        }
    }

    private <T> Done<T> attempt(Supplier<T> work) {
        RUNNING.set(this);
        try {
            T result = QuarkusTransaction.requiringNew().call(() -> {
                T done = work.get();
                isToBeCommitted = true;
                return done;
            });
            return new Done<>(result, onceCommitted);
        } finally {
            RUNNING.remove();
            if (!isToBeCommitted) {
                onceRolledBack.forEach(Runnable::run);
            }
        }
    }
}
