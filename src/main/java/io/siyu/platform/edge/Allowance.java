package io.siyu.platform.edge;

import java.util.concurrent.atomic.AtomicLong;

/** So many bytes that all bodies share which are held at a time. */
final class Allowance {
    private final AtomicLong left;

    Allowance(long bytes) {
        left = new AtomicLong(bytes);
    }

    /** @return false if so many are not left, and then none are taken */
    boolean take(long bytes) {
        long before = left.get();
        while (before >= bytes) {
            if (left.compareAndSet(before, before - bytes)) {
                return true;
            }
            before = left.get();
        }
        return false;
    }

    void giveBack(long bytes) {
        left.addAndGet(bytes);
    }

    long left() {
        return left.get();
    }
}
