package io.siyu.webhook.work;

import io.siyu.platform.drain.Drain;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.time.LeaseKeeper;
import io.siyu.platform.time.LeaseLostException;
import io.siyu.platform.time.ShopLease;
import io.siyu.platform.time.ShopWorkers;
import io.siyu.platform.time.TimedWork;
import io.siyu.webhook.HookConfig;
import io.siyu.webhook.HookDeliveryRepository;
import io.siyu.webhook.HookSource;
import org.jboss.logging.Logger;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Optional;

/** Finds shops with deliveries whose turn it is, and starts workers for them. */
@ApplicationScoped
public class DueHooks implements TimedWork {
    private static final Logger LOG = Logger.getLogger(DueHooks.class);

    private final HookDeliveryRepository deliveries;
    private final WebhookLease lease;
    private final HookWorker worker;
    private final HookConfig config;
    private final ShopWorkers workers;
    private final LeaseKeeper keeper;
    private final Drain drain;

    DueHooks(
            HookDeliveryRepository deliveries,
            WebhookLease lease,
            HookWorker worker,
            HookConfig config,
            LeaseKeeper keeper,
            Drain drain) {
        this.keeper = keeper;
        this.drain = drain;
        this.deliveries = deliveries;
        this.lease = lease;
        this.worker = worker;
        this.config = config;
        this.workers = new ShopWorkers(drain, config.workers());
    }

    /**
     * Workers go on by themselves, this only starts them: the orders of a shop may have to wait for those of an import,
     * and tiering it anew takes its time, while other due work has to be on time.
     */
    @Override
    public int runDue(Instant now) {
        for (long shopId : deliveries.listShopsWithDue(now, config.workers())) {
            workers.start(shopId, () -> work(shopId, now));
        }
        return 0;
    }

    @Override
    public Optional<Instant> dueSince(Instant now) {
        return Optional.ofNullable(deliveries.backlog().dueSince()).filter(since -> !since.isAfter(now));
    }

    @Override
    public int order() {
        return 0;
    }

    @Override
    public boolean isLeased() {
        return true;
    }

    @PreDestroy
    void end() {
        workers.close();
    }

    private void work(long shopId, Instant now) {
        String owner = ShopLease.newOwner();
        try {
            if (Contention.inTransaction(() -> lease.take(shopId, owner, config.lease()))) {
                try (LeaseKeeper.Kept kept = keeper.keep(lease.kept(shopId, owner, config.lease()))) {
                    workAll(shopId, owner, now);
                }
            }
        } catch (LeaseLostException e) {
            LOG.infof("Another worker has taken over the deliveries of shop %d", shopId);
        } catch (RuntimeException e) {
            // The words of what went wrong may quote what was stored.
            LOG.errorf("The deliveries of shop %d will be tried again: %s", shopId, HookWorker.causes(e));
        } finally {
            release(shopId, owner);
        }
    }

    private void workAll(long shopId, String owner, Instant now) {
        boolean isMore = true;
        while (!drain.isOn() && isMore && keep(shopId, owner)) {
            int worked = 0;
            for (HookSource source : HookSource.values()) {
                worked += worker.work(shopId, source, owner, now);
            }
            isMore = worked > 0;
        }
    }

    private boolean keep(long shopId, String owner) {
        return Contention.inTransaction(() -> lease.keep(shopId, owner, config.lease()));
    }

    private void release(long shopId, String owner) {
        try {
            Contention.inTransaction(() -> {
                lease.release(shopId, owner);
                return null;
            });
        } catch (RuntimeException e) {
            LOG.warnf("The webhook lease of shop %d lapses by itself: %s", shopId, HookWorker.causes(e));
        }
    }
}
