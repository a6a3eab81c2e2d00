package io.siyu.tier;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.siyu.buyer.BuyersChanged;
import io.siyu.buyer.BuyersUnjudged;
import io.siyu.buyer.RfmScale;
import io.siyu.buyer.RfmScales;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.IdPage;
import io.siyu.shop.Shop;
import io.siyu.shop.ShopRepository;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Brings all tiers of a shop up to its today, in batches. May be repeated and interrupted: only what differs is
 * written. Of two runs for a shop the later one goes on alone.
 */
@ApplicationScoped
public class Retiering {
    /** Before followers are made, so that they start in the right tier. */
    private static final int FIRST = 100;

    private final ShopRepository shops;
    private final TierPolicyRepository policies;
    private final TierContexts contexts;
    private final TierRunRepository runs;
    private final RfmScales scales;
    private final BuyerTierWriter writer;
    private final Event<BuyersRetiered> retiered;
    private final Clock clock;

    Retiering(
            ShopRepository shops,
            TierPolicyRepository policies,
            TierContexts contexts,
            TierRunRepository runs,
            RfmScales scales,
            BuyerTierWriter writer,
            Event<BuyersRetiered> retiered,
            Clock clock) {
        this.shops = shops;
        this.policies = policies;
        this.contexts = contexts;
        this.runs = runs;
        this.scales = scales;
        this.writer = writer;
        this.retiered = retiered;
        this.clock = clock;
    }

    void onBuyersChanged(@Observes @Priority(FIRST) BuyersChanged changed) {
        run(changed.shopId());
    }

    void onBuyersUnjudged(@Observes BuyersUnjudged buyers) {
        long shopId = buyers.shopId();
        runs.expire(shopId, shops.findById(shopId).today(clock), clock.instant());
    }

    /** A run under way. */
    private record Run(Shop shop, TierPolicyRevision policy, Optional<RfmScale> rfm, BuyerTierWriter.Judging judging) {
        private long runNo() {
            return judging.runNo();
        }
    }

    /** How far a batch came. */
    private record Batch(int moved, long lastBuyerId, boolean isLast) {}

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
        Optional<Run> begun = begin(shopId, begin);
        if (begun.isEmpty()) {
            return;
        }
        Run run = begun.get();
        int moved = 0;
        long after = 0;
        boolean isLast = false;
        while (!isLast) {
            long behind = after;
            Optional<Batch> batch = inTransaction(() -> batch(run, behind));
            if (batch.isEmpty()) {
                return;
            }
            moved += batch.get().moved();
            after = batch.get().lastBuyerId();
            isLast = batch.get().isLast();
        }
        int all = moved;
        inTransaction(() -> {
            TierContext context = run.judging().context();
            if (runs.finish(run.shop(), run.runNo(), run.policy(), context, all, clock.instant())) {
                run.rfm().ifPresent(scale -> scales.keep(shopId, scale));
            }
            return null;
        });
    }

    private Optional<Run> begin(long shopId, Function<Shop, Optional<Long>> begin) {
        Shop shop = inTransaction(() -> shops.findById(shopId));
        Optional<Long> runNo = inTransaction(() -> begin.apply(shop));
        return runNo.map(no -> {
            TierPolicyRevision policy = policies.current(shopId);
            LocalDate today = shop.today(clock);
            TierContexts.Snapshot snapshot = contexts.snapshot(shopId, today);
            boolean isBeforeLastOrder = contexts.isBeforeLastOrder(shopId, today);
            return new Run(
                    shop,
                    policy,
                    snapshot.rfm(),
                    new BuyerTierWriter.Judging(shopId, no, policy.policy(), snapshot.tiers(), isBeforeLastOrder));
        });
    }

    /** Empty if a later run took over. */
    private Optional<Batch> batch(Run run, long after) {
        long shopId = run.shop().id();
        if (!runs.renew(shopId, run.runNo(), clock.instant())) {
            return Optional.empty();
        }
        IdPage page = writer.pageToJudge(run.judging(), after);
        if (page.isEmpty()) {
            return Optional.of(new Batch(0, after, true));
        }
        int moved = writer.write(run.judging(), page, clock.instant());
        retiered.fire(new BuyersRetiered(shopId, page));
        return Optional.of(new Batch(moved, page.last(), page.ids().size() < BuyerTierWriter.PAGE));
    }

    /** A transaction a batch, unless the caller's orders are not committed yet and only its own transaction sees them. */
    private static <T> T inTransaction(Supplier<T> work) {
        boolean isRunning = QuarkusTransaction.getStatus() == Status.STATUS_ACTIVE;
        return isRunning ? work.get() : Contention.inTransaction(work);
    }
}
