package io.siyu.support;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Waits for what other processes and threads do. */
public final class Waiting {
    private static final long PAUSE_MICROS = 500;
    private static final long SLOWEST_PAUSE_MICROS = 100_000;

    private Waiting() {}

    /** Looks again and again, at first very soon, then ten times a second. */
    public static void until(String what, Duration patience, BooleanSupplier isSo) {
        long end = System.nanoTime() + patience.toNanos();
        long pause = PAUSE_MICROS;
        while (!isSo.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError("Waited " + patience + " in vain until " + what);
            }
            pause(Duration.of(pause, ChronoUnit.MICROS));
            pause = Math.min(SLOWEST_PAUSE_MICROS, pause + pause / 20);
        }
    }

    public static void pause(Duration time) {
        LockSupport.parkNanos(TimeUnit.NANOSECONDS.toNanos(time.toNanos()));
    }
}
