package io.siyu.platform.time;

import io.siyu.platform.drain.Drain;
import io.siyu.platform.sql.DatabaseFault;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.jboss.logging.Logger;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/**
 * Threads for work that takes too long for a tick: one at a time for a shop, and a bounded number of them altogether. That
 * no other replica works for the same shop is for a lease to see to.
 */
public final class ShopWorkers {
    private static final Logger LOG = Logger.getLogger(ShopWorkers.class);

    private final Semaphore free;
    private final Set<Long> atWork = ConcurrentHashMap.newKeySet();
    private final ManagedExecutor executor;
    private final Drain drain;

    public ShopWorkers(Drain drain, int most) {
        this.drain = drain;
        free = new Semaphore(most);
        // A worker belongs to no request: it takes over neither its transaction nor its caller.
        executor = ManagedExecutor.builder()
                .propagated()
                .cleared(ThreadContext.ALL_REMAINING)
                .maxAsync(most)
                .build();
        drain.awaits(() -> !atWork.isEmpty());
    }

    /** Starts the work beside the caller, unless some for this shop is under way, all threads are busy, or the end is near. */
    public void start(long shopId, Runnable work) {
        if (drain.isOn() || !atWork.add(shopId)) {
            return;
        }
        if (!free.tryAcquire()) {
            atWork.remove(shopId);
            return;
        }
        boolean isStarted = false;
        try {
            executor.execute(() -> run(shopId, work));
            isStarted = true;
        } finally {
            if (!isStarted) {
                end(shopId);
            }
        }
    }

    /** Starts nothing any more. */
    public void close() {
        executor.shutdown();
    }

    private void run(long shopId, Runnable work) {
        try {
            work.run();
        } catch (RuntimeException | Error e) {
            if (DatabaseFault.isIn(e)) {
                LOG.warnf("Work for shop %d broke off and will be tried again: %s", shopId, DatabaseFault.words(e));
            } else {
                LOG.errorf(e, "Work for shop %d failed and will be tried again", shopId);
            }
        } finally {
            end(shopId);
        }
    }

    private void end(long shopId) {
        atWork.remove(shopId);
        free.release();
    }
}
