package io.siyu.order.write;

import io.siyu.buyer.BuyersChanged;
import io.siyu.buyer.TiersOutdated;
import io.siyu.order.incoming.HashedOrder;
import io.siyu.order.incoming.IncomingOrder;
import io.siyu.order.incoming.OrderHashing;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.OneTransaction;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/** Takes in a few orders at once, by the same rules as a file, in one transaction. */
@ApplicationScoped
public class OrderIntakeService {
    private final OrderPlanner planner;
    private final OrderWriter writer;
    private final BuyerSums sums;
    private final ShopWriteLock writeLock;
    private final Event<TiersOutdated> tiersOutdated;
    private final Event<BuyersChanged> buyersChanged;
    private final Clock clock;

    OrderIntakeService(
            OrderPlanner planner,
            OrderWriter writer,
            BuyerSums sums,
            ShopWriteLock writeLock,
            Event<TiersOutdated> tiersOutdated,
            Event<BuyersChanged> buyersChanged,
            Clock clock) {
        this.tiersOutdated = tiersOutdated;
        this.planner = planner;
        this.writer = writer;
        this.sums = sums;
        this.writeLock = writeLock;
        this.buyersChanged = buyersChanged;
        this.clock = clock;
    }

    /**
     * Waits for whoever else is writing orders of the shop. When it returns, the orders are stored and the tiers current.
     *
     * @param source where they come from, such as a format's code
     * @param orders each number once
     */
    public BatchCounts take(Shop shop, String source, List<IncomingOrder> orders) {
        return orders.isEmpty() ? BatchCounts.NOTHING : take(shop, source, clock.instant(), () -> orders);
    }

    /**
     * Waits for whoever else is writing orders of the shop, and only then asks for the orders: they may depend on what is
     * stored, and whatever else the asking writes is written together with them or not at all.
     *
     * @param received when they were, of several the earliest
     * @param orders each number once; asked again after a lost race
     */
    public BatchCounts take(Shop shop, String source, Instant received, Supplier<List<IncomingOrder>> orders) {
        BatchCounts counts = Contention.inTransaction(() -> {
            writeLock.lock(shop.id());
            return write(shop, source, received, orders.get());
        });
        if (counts.created() + counts.updated() + counts.buyersUpdated() > 0) {
            OneTransaction.onceCommitted(() -> buyersChanged.fire(new BuyersChanged(shop.id())));
        }
        return counts;
    }

    private BatchCounts write(Shop shop, String source, Instant received, List<IncomingOrder> orders) {
        if (orders.isEmpty()) {
            return BatchCounts.NOTHING;
        }
        ImportSession session = new ImportSession(shop.id(), Id.nextValue());
        OrderHashing hashing = planner.hashing(shop.id());
        List<HashedOrder> hashed = orders.stream().map(hashing::hashed).toList();
        OrderPlan plan = planner.plan(new OrderBatch(session, shop.zone(), source, null, received, hashed));
        BatchCounts counts = writer.write(plan, () -> {});
        if (!plan.changesNothing()) {
            tiersOutdated.fire(new TiersOutdated(shop.id()));
        }
        return counts.withBuyersUpdated(sums.update(session, clock.instant()));
    }
}
