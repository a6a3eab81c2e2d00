package io.siyu.order.hook;

import io.siyu.platform.ids.Id;
import io.siyu.platform.time.DueWork;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;
import org.jboss.logging.Logger;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.concurrent.Semaphore;

/** Finds shops with deliveries whose turn it is, and starts workers for them. */
@ApplicationScoped
class DueHooks implements DueWork {
    private static final Logger LOG = Logger.getLogger(DueHooks.class);

    private final HookDeliveryRepository deliveries;
    private final HookLane lane;
    private final HookWorker worker;
    private final HookConfig config;
    private final Semaphore free;
    private final ManagedExecutor executor;

    DueHooks(HookDeliveryRepository deliveries, HookLane lane, HookWorker worker, HookConfig config) {
        this.deliveries = deliveries;
        this.lane = lane;
        this.worker = worker;
        this.config = config;
        this.free = new Semaphore(config.workers());
        // A worker belongs to no request: it takes over neither its transaction nor its caller.
        this.executor = ManagedExecutor.builder()
                .propagated()
                .cleared(ThreadContext.ALL_REMAINING)
                .maxAsync(config.workers())
                .build();
    }

    /**
     * Workers go on by themselves, this only starts them: the orders of a shop may have to wait for those of an import,
     * and tiering it anew takes its time, while other due work has to be on time.
     */
    @Override
    public int runDue(Instant now) {
        for (long shopId : deliveries.listShopsWithDue(now, config.workers())) {
            if (!free.tryAcquire()) {
                break;
            }
            start(shopId, now);
        }
        return 0;
    }

    @Override
    public int order() {
        return 0;
    }

    @PreDestroy
    void end() {
        executor.shutdown();
    }

    private void start(long shopId, Instant now) {
        String owner = Id.next().toString();
        boolean started = false;
        try {
            if (lane.take(shopId, owner, config.lease())) {
                executor.execute(() -> work(shopId, owner, now));
                started = true;
            }
        } finally {
            if (!started) {
                free.release();
            }
        }
    }

    private void work(long shopId, String owner, Instant now) {
        try {
            boolean isMore = true;
            while (isMore && lane.keep(shopId, owner, config.lease())) {
                int worked = 0;
                for (HookSource source : HookSource.values()) {
                    worked += worker.work(shopId, source, now);
                }
                isMore = worked > 0;
            }
        } catch (RuntimeException e) {
            // The words of what went wrong may quote what was stored.
            LOG.errorf("The deliveries of shop %d will be tried again: %s", shopId, HookWorker.causes(e));
        } finally {
            free.release();
            release(shopId, owner);
        }
    }

    private void release(long shopId, String owner) {
        try {
            lane.release(shopId, owner);
        } catch (RuntimeException e) {
            LOG.warnf("The lane of shop %d lapses by itself: %s", shopId, HookWorker.causes(e));
        }
    }
}
