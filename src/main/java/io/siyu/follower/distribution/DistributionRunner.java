package io.siyu.follower.distribution;

import io.siyu.platform.drain.Drain;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.DatabaseFault;
import io.siyu.platform.sql.InSteps;
import io.siyu.platform.time.LeaseKeeper;
import io.siyu.platform.time.LeaseLostException;
import io.siyu.platform.time.ShopLease;
import io.siyu.shop.Shop;
import io.siyu.shop.ShopRepository;
import org.jboss.logging.Logger;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Runs a shop's distribution step by step: each is one transaction that ends with the checkpoint and the lease,
 * so that whoever takes over from a dead worker goes on behind its last batch, and one that wakes up again does nothing.
 */
@InSteps
@ApplicationScoped
class DistributionRunner {
    private static final Logger LOG = Logger.getLogger(DistributionRunner.class);
    static final int BATCH = 500;
    private static final int ATTEMPTS = 5;

    private final FollowerDistributionRepository distributions;
    private final DistributionPlan plan;
    private final DistributionBatch batch;
    private final ShopRepository shops;
    private final LeaseKeeper keeper;
    private final Drain drain;
    private final Clock clock;

    DistributionRunner(
            FollowerDistributionRepository distributions,
            DistributionPlan plan,
            DistributionBatch batch,
            ShopRepository shops,
            LeaseKeeper keeper,
            Drain drain,
            Clock clock) {
        this.distributions = distributions;
        this.plan = plan;
        this.batch = batch;
        this.shops = shops;
        this.keeper = keeper;
        this.drain = drain;
        this.clock = clock;
    }

    /** Runs the shop's distribution to its end, if it has one and nobody else is at it. */
    void run(long shopId) {
        String owner = ShopLease.newOwner();
        if (!Contention.inTransaction(() -> distributions.take(shopId, owner))) {
            return;
        }
        try (LeaseKeeper.Kept kept = keeper.keep(distributions.kept(shopId, owner))) {
            boolean isMore = true;
            while (isMore && !drain.isOn()) {
                isMore = Contention.inTransaction(() -> step(shopId, owner));
            }
        } catch (LeaseLostException e) {
            LOG.infof("Another worker has taken over the distribution of shop %d", shopId);
        } catch (RuntimeException | Error e) {
            // The lease is left to lapse, so that the next attempt comes a while later.
            if (DatabaseFault.isIn(e)) {
                // Which says nothing about the distribution.
                LOG.warnf(
                        "The distribution of shop %d broke off and will be tried again: %s",
                        shopId, DatabaseFault.words(e));
                return;
            }
            LOG.errorf(e, "The distribution of shop %d broke off and will be tried again", shopId);
            countFailure(shopId, owner);
        }
    }

    /**
     * Asks for the lease at its end as well, and for good: until then it locks nothing that a sign of life has to wait for.
     *
     * @return whether there is another one to do
     */
    boolean step(long shopId, String owner) {
        distributions.look(shopId, owner);
        FollowerDistribution job = distributions.findActive(shopId).orElseThrow(LeaseLostException::new);
        boolean isMore = work(job, owner);
        if (isMore) {
            distributions.require(shopId, owner);
        }
        return isMore;
    }

    private boolean work(FollowerDistribution job, String owner) {
        long shopId = job.shopId();
        if (job.isCancelled()) {
            return finish(job, owner, DistributionStatus.CANCELLED);
        }
        if (job.attempts() >= ATTEMPTS) {
            return finish(job, owner, DistributionStatus.FAILED);
        }
        Shop shop = shops.findById(shopId);
        if (job.status() == DistributionStatus.QUEUED) {
            DistributionPlan.Planned planned = plan.of(shopId, plan.read(job.request()), shop.today(clock));
            distributions.plan(job, planned.total(), planned.places(), planned.pool(), clock.instant());
            distributions.addShares(job, planned.shares());
            return true;
        }
        List<FollowerDistribution.Place> places = distributions.listPlaces(job, BATCH);
        if (places.isEmpty()) {
            return finish(job, owner, DistributionStatus.DONE);
        }
        distributions.advance(job, batch.give(shopId, places, shop.today(clock), clock.instant()));
        return true;
    }

    private boolean finish(FollowerDistribution job, String owner, DistributionStatus status) {
        long remaining = plan.remaining(job.shopId(), plan.read(job.request()));
        distributions.require(job.shopId(), owner);
        distributions.finish(job, status, remaining, clock.instant());
        return false;
    }

    private void countFailure(long shopId, String owner) {
        try {
            Contention.inTransaction(() -> {
                Optional<FollowerDistribution> job =
                        distributions.keep(shopId, owner) ? distributions.findActive(shopId) : Optional.empty();
                job.ifPresent(distributions::countFailure);
                return null;
            });
        } catch (RuntimeException e) {
            LOG.warnf(e, "That the distribution of shop %d broke off was not counted", shopId);
        }
    }
}
