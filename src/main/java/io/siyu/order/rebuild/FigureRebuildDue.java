package io.siyu.order.rebuild;

import io.quarkus.runtime.ShutdownEvent;
import io.siyu.platform.time.ShopWorkers;
import io.siyu.platform.time.TimedWork;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Instant;
import java.util.Optional;

/**
 * Starts a worker for a rebuild that waits or was interrupted. It goes on step by step until the end; between two steps
 * whoever has orders to write gets the shop's lane.
 */
@ApplicationScoped
class FigureRebuildDue implements TimedWork {
    private static final int AFTER_ALL_ELSE = 100;

    private final FigureRebuildRepository rebuilds;
    private final FigureRebuildService service;
    private final ShopWorkers workers = new ShopWorkers(1);
    private volatile boolean stopping;

    FigureRebuildDue(FigureRebuildRepository rebuilds, FigureRebuildService service) {
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

    /** At shutdown a rebuild stops behind its current step and goes on after the restart. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    @PreDestroy
    void end() {
        workers.close();
    }

    private void work(long shopId) {
        boolean isMore = true;
        while (isMore && !stopping) {
            isMore = service.step(shopId);
        }
    }
}
