package io.siyu.order.rebuild;

import io.siyu.platform.time.DueWork;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Does rebuilds step by step, for a moment at a time, so that other work that is due does not wait for them. */
@ApplicationScoped
class FigureRebuildDue implements DueWork {
    private static final long MOMENT_NANOS = Duration.ofSeconds(1).toNanos();
    private static final int AFTER_ALL_ELSE = 100;

    private final FigureRebuildRepository rebuilds;
    private final FigureRebuildService service;

    FigureRebuildDue(FigureRebuildRepository rebuilds, FigureRebuildService service) {
        this.rebuilds = rebuilds;
        this.service = service;
    }

    @Override
    public int runDue(Instant now) {
        long start = System.nanoTime();
        Optional<Long> shop;
        while (System.nanoTime() - start < MOMENT_NANOS && (shop = rebuilds.findShopWithUnfinished()).isPresent()) {
            service.step(shop.get());
        }
        // What is left is due at the next tick.
        return 0;
    }

    @Override
    public int order() {
        return AFTER_ALL_ELSE;
    }
}
