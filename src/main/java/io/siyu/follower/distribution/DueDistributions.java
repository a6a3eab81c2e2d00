package io.siyu.follower.distribution;

import io.siyu.platform.drain.Drain;
import io.siyu.platform.time.ShopWorkers;
import io.siyu.platform.time.TimedWork;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Optional;

/** Finds distributions that wait or were interrupted, and starts workers for them. */
@ApplicationScoped
class DueDistributions implements TimedWork {
    private static final int WORKERS = 2;

    private final FollowerDistributionRepository distributions;
    private final DistributionRunner runner;
    private final ShopWorkers workers;

    DueDistributions(FollowerDistributionRepository distributions, DistributionRunner runner, Drain drain) {
        this.distributions = distributions;
        this.runner = runner;
        this.workers = new ShopWorkers(drain, WORKERS);
    }

    @Override
    public int runDue(Instant now) {
        distributions.listShopsWithDue(WORKERS).forEach(this::start);
        return 0;
    }

    @Override
    public Optional<Instant> dueSince(Instant now) {
        return distributions.findQueuedSince();
    }

    /** At once, where there is a thread for it; else it is found a little later. */
    void start(long shopId) {
        workers.start(shopId, () -> runner.run(shopId));
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
}
