package io.siyu.tier;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.siyu.buyer.BuyersChanged;
import io.siyu.buyer.BuyersUnjudged;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Contention;
import io.siyu.shop.Shop;
import io.siyu.shop.ShopRepository;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.transaction.Status;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
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
    private final BuyerStandings standings;
    private final TierRunRepository runs;
    private final BuyerTierWriter writer;
    private final Event<BuyersRetiered> retiered;
    private final Clock clock;

    Retiering(
            ShopRepository shops,
            TierPolicyRepository policies,
            TierContexts contexts,
            BuyerStandings standings,
            TierRunRepository runs,
            BuyerTierWriter writer,
            Event<BuyersRetiered> retiered,
            Clock clock) {
        this.shops = shops;
        this.policies = policies;
        this.contexts = contexts;
        this.standings = standings;
        this.runs = runs;
        this.writer = writer;
        this.retiered = retiered;
        this.clock = clock;
    }

    void onBuyersChanged(@Observes @Priority(FIRST) BuyersChanged changed) {
        run(changed.shopId());
    }

    void onBuyersUnjudged(@Observes BuyersUnjudged buyers) {
        long shopId = buyers.shopId();
        runs.expire(shopId, Id.nextValue(), shops.findById(shopId).today(clock), clock.instant());
    }

    /** A run under way. */
    private record Run(Shop shop, long runNo, TierPolicyRevision policy, TierContext context) {}

    /** How far a batch came; empty progress means that a later run took over. */
    private record Batch(int moved, long lastBuyerId, boolean isLast) {}

    public void run(long shopId) {
        Run run = begin(shopId);
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
            runs.finish(run.shop(), run.runNo(), run.policy().revision(), run.context(), all, clock.instant());
            return null;
        });
    }

    private Run begin(long shopId) {
        long runNo = Id.nextValue();
        Shop shop = inTransaction(() -> {
            Shop found = shops.findById(shopId);
            runs.begin(shopId, runNo, found.today(clock), clock.instant());
            return found;
        });
        TierPolicyRevision policy = policies.current(shopId);
        return new Run(shop, runNo, policy, contexts.of(shopId, shop.today(clock), policy.policy()));
    }

    private Optional<Batch> batch(Run run, long after) {
        long shopId = run.shop().id();
        if (!runs.renew(shopId, run.runNo(), clock.instant())) {
            return Optional.empty();
        }
        List<BuyerStanding> page = standings.pageToJudge(shopId, run.policy().policy(), run.context(), after);
        if (page.isEmpty()) {
            return Optional.of(new Batch(0, after, true));
        }
        List<BuyerTierWriter.Judged> judged = page.stream()
                .map(standing -> new BuyerTierWriter.Judged(
                        standing, run.policy().policy().judge(standing.history(), run.context())))
                .toList();
        int moved = writer.write(shopId, judged, run.context().asOf(), clock.instant());
        List<Long> ids =
                page.stream().map(standing -> standing.history().buyerId()).toList();
        long last = ids.get(ids.size() - 1);
        retiered.fire(new BuyersRetiered(shopId, ids));
        return Optional.of(new Batch(moved, last, page.size() < BuyerStandings.PAGE));
    }

    /** A transaction a batch, unless the caller's orders are not committed yet and only its own transaction sees them. */
    private static <T> T inTransaction(Supplier<T> work) {
        boolean isRunning = QuarkusTransaction.getStatus() == Status.STATUS_ACTIVE;
        return isRunning ? work.get() : Contention.inTransaction(work);
    }
}
