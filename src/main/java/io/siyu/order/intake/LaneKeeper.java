package io.siyu.order.intake;

import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.DatabaseFault;
import org.jboss.logging.Logger;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Prolongs a lane's lease while a worker is at something long. */
final class LaneKeeper {
    private static final Logger LOG = Logger.getLogger(LaneKeeper.class);
    private static final int BEATS_A_LEASE = 3;

    private final ScheduledExecutorService pulse;

    LaneKeeper(OrderLane lane, long shopId, String owner, Duration lease) {
        pulse = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "order-lane-keeper");
            thread.setDaemon(true);
            return thread;
        });
        long beat = lease.toMillis() / BEATS_A_LEASE;
        pulse.scheduleWithFixedDelay(() -> keep(lane, shopId, owner, lease), beat, beat, TimeUnit.MILLISECONDS);
    }

    void close() {
        pulse.shutdownNow();
    }

    private static void keep(OrderLane lane, long shopId, String owner, Duration lease) {
        try {
            Contention.inTransaction(() -> {
                lane.prolong(shopId, owner, lease);
                return null;
            });
        } catch (LaneLostException e) {
            LOG.debugf("The lane of shop %d is lost; its worker will notice", shopId);
        } catch (RuntimeException e) {
            LOG.warnf(
                    DatabaseFault.isIn(e) ? null : e,
                    "The lease of shop %d's lane was not prolonged this time: %s",
                    shopId,
                    DatabaseFault.words(e));
        }
    }
}
