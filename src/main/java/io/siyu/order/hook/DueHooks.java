package io.siyu.order.hook;

import io.siyu.platform.ids.Id;
import io.siyu.platform.time.DueWork;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;

/** Finds shops with deliveries whose turn it is, and has them worked. */
@ApplicationScoped
class DueHooks implements DueWork {
    private static final int SHOPS_A_BATCH = 20;

    private final HookDeliveryRepository deliveries;
    private final HookLane lane;
    private final HookWorker worker;
    private final HookConfig config;

    DueHooks(HookDeliveryRepository deliveries, HookLane lane, HookWorker worker, HookConfig config) {
        this.deliveries = deliveries;
        this.lane = lane;
        this.worker = worker;
        this.config = config;
    }

    @Override
    public int runDue(Instant now) {
        int worked = 0;
        for (long shopId : deliveries.listShopsWithDue(now, SHOPS_A_BATCH)) {
            worked += work(shopId, now);
        }
        return worked;
    }

    @Override
    public int order() {
        return 0;
    }

    private int work(long shopId, Instant now) {
        String owner = Id.next().toString();
        if (!lane.take(shopId, owner, config.lease())) {
            return 0;
        }
        try {
            int worked = 0;
            for (HookSource source : HookSource.values()) {
                worked += worker.work(shopId, source, now);
            }
            return worked;
        } finally {
            lane.release(shopId, owner);
        }
    }
}
