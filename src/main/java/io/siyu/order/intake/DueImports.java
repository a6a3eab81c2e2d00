package io.siyu.order.intake;

import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.time.DueWork;
import org.eclipse.microprofile.context.ManagedExecutor;
import org.eclipse.microprofile.context.ThreadContext;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

/** Finds imports that wait or were interrupted, and starts workers for them. */
@ApplicationScoped
public class DueImports implements DueWork {
    private final OrderImportRepository imports;
    private final OrderLane lane;
    private final ImportRunner runner;
    private final IntakeConfig config;
    private final Semaphore free;
    private final Set<Long> atWork = ConcurrentHashMap.newKeySet();
    private final ManagedExecutor executor;

    DueImports(OrderImportRepository imports, OrderLane lane, ImportRunner runner, IntakeConfig config) {
        this.imports = imports;
        this.lane = lane;
        this.runner = runner;
        this.config = config;
        this.free = new Semaphore(config.workers());
        // A worker belongs to no request: it takes over neither its transaction nor its caller.
        this.executor = ManagedExecutor.builder()
                .propagated()
                .cleared(ThreadContext.ALL_REMAINING)
                .maxAsync(config.workers())
                .build();
    }

    /** Workers go on by themselves: this only starts them, and never waits for a lane. */
    @Override
    public int runDue(Instant now) {
        for (long shopId : imports.listShopsWithDueImports(config.workers())) {
            if (atWork.add(shopId)) {
                start(shopId);
            }
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

    private void start(long shopId) {
        boolean started = false;
        if (!free.tryAcquire()) {
            atWork.remove(shopId);
            return;
        }
        try {
            executor.execute(() -> work(shopId));
            started = true;
        } finally {
            if (!started) {
                end(shopId);
            }
        }
    }

    private void work(long shopId) {
        try {
            String owner = Id.next().toString();
            if (Contention.inTransaction(() -> lane.take(shopId, owner, config.lease()))) {
                runner.runAll(shopId, owner);
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
