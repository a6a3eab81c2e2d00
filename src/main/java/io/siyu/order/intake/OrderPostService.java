package io.siyu.order.intake;

import io.siyu.buyer.BuyersChanged;
import io.siyu.order.file.OrderFormat;
import io.siyu.order.file.OrderFormats;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Contention;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** Takes in orders that are posted, in one transaction. */
@ApplicationScoped
public class OrderPostService {
    private static final BatchCounts NOTHING = new BatchCounts(0, 0, 0, 0, 0, 0);

    private final OrderFormat generic;
    private final OrderWriter writer;
    private final OrderLane lane;
    private final Event<BuyersChanged> buyersChanged;

    OrderPostService(OrderFormats formats, OrderWriter writer, OrderLane lane, Event<BuyersChanged> buyersChanged) {
        this.generic = formats.byCode("generic");
        this.writer = writer;
        this.lane = lane;
        this.buyersChanged = buyersChanged;
    }

    public PostOrdersResponse take(Shop shop, PostOrdersRequest request) {
        PostedOrders posted = new PostedOrders(generic, request.orders(), shop.zone());
        OrderBatch.Terms terms = new OrderBatch.Terms(shop.id(), shop.zone());
        OrderBatch batch = new OrderBatch(terms, generic.code(), null, Id.nextValue(), posted.orders());
        BatchCounts counts = posted.orders().isEmpty() ? NOTHING : write(batch);
        if (counts.created() + counts.updated() > 0) {
            buyersChanged.fire(new BuyersChanged(shop.id()));
        }
        return new PostOrdersResponse(
                new OrderImportResponse.Orders(
                        counts.created(),
                        counts.updated(),
                        counts.unchanged(),
                        posted.rejects().size(),
                        counts.stale(),
                        posted.superseded()),
                new OrderImportResponse.Buyers(counts.buyersCreated(), counts.buyersUpdated()),
                posted.rejects());
    }

    private BatchCounts write(OrderBatch batch) {
        return Contention.inTransaction(() -> {
            lane.lock(batch.terms().shopId());
            return writer.write(batch);
        });
    }
}
