package io.siyu.order.upload;

import io.siyu.platform.drain.Drain;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.time.ShopLease;
import io.siyu.platform.time.ShopWorkers;
import io.siyu.platform.time.TimedWork;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Optional;

/** Finds imports that wait or were interrupted, and starts workers for them. */
@ApplicationScoped
class DueImports implements TimedWork {
    private final OrderImportRepository imports;
    private final ImportLease lease;
    private final ImportRunner runner;
    private final IntakeConfig config;
    private final ShopWorkers workers;

    DueImports(
            OrderImportRepository imports, ImportLease lease, ImportRunner runner, IntakeConfig config, Drain drain) {
        this.imports = imports;
        this.lease = lease;
        this.runner = runner;
        this.config = config;
        this.workers = new ShopWorkers(drain, config.workers());
    }

    /** Workers go on by themselves: this only starts them, and never waits for a lease. */
    @Override
    public int runDue(Instant now) {
        for (long shopId : imports.listShopsWithDueImports(config.workers())) {
            workers.start(shopId, () -> work(shopId));
        }
        return 0;
    }

    @Override
    public Optional<Instant> dueSince(Instant now) {
        return imports.findQueuedSince();
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

    private void work(long shopId) {
        String owner = ShopLease.newOwner();
        if (Contention.inTransaction(() -> lease.take(shopId, owner, config.lease()))) {
            runner.runAll(shopId, owner);
        }
    }
}
