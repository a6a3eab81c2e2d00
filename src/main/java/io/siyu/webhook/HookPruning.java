package io.siyu.webhook;

import io.siyu.platform.sql.Contention;
import io.siyu.platform.time.DueWork;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;

/** Deletes bodies, which are personal, some days after they were worked, and what tells replays much later. */
@ApplicationScoped
public class HookPruning implements DueWork {
    private static final int ROWS_A_BATCH = 500;
    private static final int AFTER_ALL_ELSE = 1000;

    private final HookDeliveryRepository deliveries;
    private final HookConfig config;

    HookPruning(HookDeliveryRepository deliveries, HookConfig config) {
        this.deliveries = deliveries;
        this.config = config;
    }

    @Override
    public int runDue(Instant now) {
        return Contention.inTransaction(() -> deliveries.dropBodies(now, ROWS_A_BATCH)
                + deliveries.deleteReceivedBefore(now.minus(config.keepDeliveries()), ROWS_A_BATCH));
    }

    @Override
    public int order() {
        return AFTER_ALL_ELSE;
    }
}
