package io.siyu.platform.edge.body;

import io.siyu.platform.edge.Refusals;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/** So many bytes that all bodies share which are held at a time. No client has more than its share of them. */
public final class Allowance {
    private static final int SHARES = 8;

    private final long share;
    private final AtomicLong left;
    private final ConcurrentMap<String, Long> held = new ConcurrentHashMap<>();

    public Allowance(long bytes) {
        share = bytes / SHARES;
        left = new AtomicLong(bytes);
    }

    /** How many bytes one client may hold at a time. */
    public long share() {
        return share;
    }

    /**
     * Takes all of these bytes or none.
     *
     * @throws io.siyu.platform.problem.ProblemException 429 if they are more than the client's share leaves, 503 if they are
     *     more than all clients leave
     */
    public void take(String client, long bytes) {
        held.compute(client, (key, before) -> {
            long after = (before == null ? 0 : before) + bytes;
            if (after > share) {
                throw Refusals.tooManyArriving();
            }
            if (!takeOfAll(bytes)) {
                throw Refusals.noMemory();
            }
            return after;
        });
    }

    public void giveBack(String client, long bytes) {
        held.computeIfPresent(client, (key, before) -> before > bytes ? Long.valueOf(before - bytes) : null);
        left.addAndGet(bytes);
    }

    public long left() {
        return left.get();
    }

    private boolean takeOfAll(long bytes) {
        long before = left.get();
        while (before >= bytes) {
            if (left.compareAndSet(before, before - bytes)) {
                return true;
            }
            before = left.get();
        }
        return false;
    }
}
