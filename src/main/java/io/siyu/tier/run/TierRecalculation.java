package io.siyu.tier.run;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.siyu.buyer.BuyersChanged;
import io.siyu.buyer.TiersOutdated;
import io.siyu.buyer.standing.RfmScale;
import io.siyu.platform.drain.Drain;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.IdPage;
import io.siyu.platform.sql.InSteps;
import io.siyu.platform.sql.WriteChain;
import io.siyu.platform.time.LeaseKeeper;
import io.siyu.shop.Shop;
import io.siyu.shop.ShopRepository;
import io.siyu.tier.TierContext;
import io.siyu.tier.TierContexts;
import io.siyu.tier.TierPolicyRepository;
import io.siyu.tier.TierPolicyRevision;
import io.siyu.tier.TierStandings;
import org.jboss.logging.Logger;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Brings all tiers of a shop up to its today, in batches. May be repeated and interrupted: only what differs is
 * written. Of two runs for a shop the later one goes on alone.
 */
@InSteps
@ApplicationScoped
public class TierRecalculation {
    private static final Logger LOG = Logger.getLogger(TierRecalculation.class);

    /** Before followers are made, so that they start in the right tier. */
    private static final int FIRST = 100;

    private final ShopRepository shops;
    private final TierPolicyRepository policies;
    private final TierContexts contexts;
    private final TierRunRepository runs;
    private final TierStandings standings;
    private final BuyerTierWriter writer;
    private final Event<TiersRecalculated> recalculated;
    private final Clock clock;
    private final LeaseKeeper keeper;
    private final Drain drain;

    TierRecalculation(
            ShopRepository shops,
            TierPolicyRepository policies,
            TierContexts contexts,
            TierRunRepository runs,
            TierStandings standings,
            BuyerTierWriter writer,
            Event<TiersRecalculated> recalculated,
            Clock clock,
            LeaseKeeper keeper,
            Drain drain) {
        this.keeper = keeper;
        this.drain = drain;
        this.shops = shops;
        this.policies = policies;
        this.contexts = contexts;
        this.runs = runs;
        this.standings = standings;
        this.writer = writer;
        this.recalculated = recalculated;
        this.clock = clock;
    }

    void onBuyersChanged(@Observes @Priority(FIRST) BuyersChanged changed) {
        run(changed.shopId());
    }

    void onTiersOutdated(@Observes TiersOutdated buyers) {
        expire(buyers.shopId());
    }

    /**
     * Makes the shop's tiers due, in the transaction of what they depend on: whatever becomes of the process that is about
     * to work them out, another one does.
     */
    public void expire(long shopId) {
        runs.expire(shopId, shops.findById(shopId).today(clock), clock.instant());
    }

    /**
     * A run under way.
     *
     * @param moved how many buyers have moved and are committed
     */
    private record Run(
            Shop shop,
            TierPolicyRevision policy,
            Optional<RfmScale> rfm,
            BuyerTierWriter.Judging judging,
            AtomicInteger moved) {
        private long runNo() {
            return judging.runNo();
        }
    }

    /** A later run took over, or is to. */
    private static final class RunOverException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Takes over from any run of the shop that is under way, which may know too little. */
    public void run(long shopId) {
        run(shopId, shop -> Optional.of(runs.begin(shopId, shop.today(clock), clock.instant())));
    }

    /** Runs if the shop's tiers do not hold any more and nobody else has begun to see to it. */
    void runIfDue(long shopId) {
        run(shopId, shop -> runs.beginIfDue(shopId, clock.instant()));
    }

    /** @param begin tells the number of the run, or empty if there is to be none */
    private void run(long shopId, Function<Shop, Optional<Long>> begin) {
        if (isInTransaction()) {
            // Nobody sees the run, nor can take over from it, before the caller commits.
            Shop shop = shops.findById(shopId);
            begin.apply(shop).ifPresent(runNo -> complete(prepare(shop, runNo)));
            return;
        }
        Shop shop = Contention.inTransaction(() -> shops.findById(shopId));
        Contention.inTransaction(() -> begin.apply(shop)).ifPresent(runNo -> {
            try (LeaseKeeper.Kept kept = keeper.keep(runs.kept(shopId, runNo))) {
                complete(prepare(shop, runNo));
            }
        });
    }

    private void complete(Run run) {
        try {
            judgeAll(run);
            inTransaction(() -> finish(run));
        } catch (RunOverException e) {
            LOG.debugf("Another run judges the buyers of shop %d", run.shop().id());
        }
    }

    private void judgeAll(Run run) {
        if (isInTransaction()) {
            forEachPage(run, ids -> run.moved().addAndGet(write(run, ids, () -> {})));
        } else {
            Contention.untilWon(() -> judgeInChain(run));
        }
    }

    /**
     * Two pages' buyers are judged at a time, for that locks no rows but their own. When called again it goes on with those
     * whose verdict is still another one.
     */
    private Void judgeInChain(Run run) {
        try (WriteChain chain = new WriteChain()) {
            forEachPage(
                    run,
                    ids -> chain.add(link -> {
                        stopIfDraining();
                        link.awaitEarlierBegun();
                        link.begun();
                        int moved = QuarkusTransaction.requiringNew().call(() -> write(run, ids, link::awaitEarlier));
                        run.moved().addAndGet(moved);
                    }));
            chain.finish();
        }
        return null;
    }

    /** The lease was given back: another replica goes on, or this one after its restart. */
    private void stopIfDraining() {
        if (drain.isOn()) {
            throw new RunOverException();
        }
    }

    private void forEachPage(Run run, Consumer<List<Long>> work) {
        long after = 0;
        List<Long> ids;
        do {
            ids = writer.toJudge(run.judging(), after);
            if (!ids.isEmpty()) {
                work.accept(ids);
                after = ids.get(ids.size() - 1);
            }
        } while (ids.size() == BuyerTierWriter.PAGE);
    }

    /**
     * Pages commit in the sequence of their buyers' ids, and only for as long as the run is the shop's last one.
     *
     * @return how many buyers moved
     */
    private int write(Run run, List<Long> ids, Runnable awaitEarlier) {
        long shopId = run.shop().id();
        int moved = writer.write(run.judging(), IdPage.ofRowsAlone(ids), clock.instant());
        awaitEarlier.run();
        recalculated.fire(new TiersRecalculated(shopId, writer.page(run.judging(), ids)));
        if (!runs.renew(shopId, run.runNo())) {
            throw new RunOverException();
        }
        return moved;
    }

    private Void finish(Run run) {
        TierContext context = run.judging().context();
        if (runs.finish(
                run.shop(), run.runNo(), run.policy(), context, run.moved().get(), clock.instant())) {
            run.rfm().ifPresent(scale -> standings.keep(run.shop().id(), scale));
        }
        return null;
    }

    private Run prepare(Shop shop, long runNo) {
        TierPolicyRevision policy = policies.current(shop.id());
        LocalDate today = shop.today(clock);
        TierContexts.Snapshot snapshot = contexts.snapshot(shop.id(), today);
        boolean isBeforeLastOrder = contexts.isBeforeLastOrder(shop.id(), today);
        return new Run(
                shop,
                policy,
                snapshot.rfm(),
                new BuyerTierWriter.Judging(shop.id(), runNo, policy.policy(), snapshot.tiers(), isBeforeLastOrder),
                new AtomicInteger());
    }

    private static boolean isInTransaction() {
        return QuarkusTransaction.getStatus() == Status.STATUS_ACTIVE;
    }

    /** A transaction of its own, unless the caller's orders are not committed yet and only its own transaction sees them. */
    private static <T> T inTransaction(Supplier<T> work) {
        return isInTransaction() ? work.get() : Contention.inTransaction(work);
    }
}
