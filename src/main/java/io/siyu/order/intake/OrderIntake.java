package io.siyu.order.intake;

import io.siyu.buyer.BuyersChanged;
import io.siyu.order.file.IncomingOrder;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Contention;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

import java.util.List;

/** Takes in a few orders at once, by the same rules as a file, in one transaction. */
@ApplicationScoped
public class OrderIntake {
    private static final BatchCounts NOTHING = new BatchCounts(0, 0, 0, 0, 0, 0);

    private final OrderWriter writer;
    private final OrderLane lane;
    private final Event<BuyersChanged> buyersChanged;

    OrderIntake(OrderWriter writer, OrderLane lane, Event<BuyersChanged> buyersChanged) {
        this.writer = writer;
        this.lane = lane;
        this.buyersChanged = buyersChanged;
    }

    /**
     * Waits for whoever else is writing orders of the shop. When it returns, the orders are stored and the tiers current.
     *
     * @param source where they come from, such as a format's code
     * @param orders each number once
     */
    public BatchCounts take(Shop shop, String source, List<IncomingOrder> orders) {
        if (orders.isEmpty()) {
            return NOTHING;
        }
        OrderBatch.Terms terms = new OrderBatch.Terms(shop.id(), shop.zone());
        OrderBatch batch = new OrderBatch(terms, source, null, Id.nextValue(), orders);
        BatchCounts counts = Contention.inTransaction(() -> {
            lane.lock(shop.id());
            return writer.write(batch);
        });
        if (counts.created() + counts.updated() > 0) {
            buyersChanged.fire(new BuyersChanged(shop.id()));
        }
        return counts;
    }
}
