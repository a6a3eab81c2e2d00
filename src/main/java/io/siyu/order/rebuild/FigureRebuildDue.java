package io.siyu.order.rebuild;

import io.siyu.platform.drain.Drain;
import io.siyu.platform.time.ShopWorkers;
import io.siyu.platform.time.TimedWork;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Optional;

/**
 * Starts a worker for a rebuild that waits or was interrupted. It goes on step by step until the end; between two steps
 * whoever has orders to write gets the shop's write lock.
 */
@ApplicationScoped
class FigureRebuildDue implements TimedWork {
    private static final int AFTER_ALL_ELSE = 100;

    private final FigureRebuildRepository rebuilds;
    private final FigureRebuildService service;
    private final ShopWorkers workers;
    private final Drain drain;

    FigureRebuildDue(FigureRebuildRepository rebuilds, FigureRebuildService service, Drain drain) {
        this.drain = drain;
        this.workers = new ShopWorkers(drain, 1);
        this.rebuilds = rebuilds;
        this.service = service;
    }

    @Override
    public int runDue(Instant now) {
        rebuilds.findShopWithUnfinished().ifPresent(shopId -> workers.start(shopId, () -> work(shopId)));
        return 0;
    }

    @Override
    public Optional<Instant> dueSince(Instant now) {
        return rebuilds.findUnfinishedSince();
    }

    @Override
    public int order() {
        return AFTER_ALL_ELSE;
    }

    @PreDestroy
    void end() {
        workers.close();
    }

    /** No lease: each step takes the shop's write lock and goes on from the checkpoint, whoever does it. */
    private void work(long shopId) {
        boolean isMore = true;
        while (isMore && !drain.isOn()) {
            isMore = service.step(shopId);
        }
    }
}
