package io.siyu.order.post;

import io.siyu.order.IntakeTerms;
import io.siyu.order.file.OrderFormat;
import io.siyu.order.file.OrderFormats;
import io.siyu.order.upload.OrderImportResponse;
import io.siyu.order.write.BatchCounts;
import io.siyu.order.write.OrderIntakeService;
import io.siyu.platform.language.Language;
import io.siyu.shop.Shop;

import jakarta.enterprise.context.ApplicationScoped;

/** Takes in orders that are posted, in one transaction. */
@ApplicationScoped
public class OrderPostService {
    private final OrderFormat generic;
    private final OrderIntakeService intake;

    OrderPostService(OrderFormats formats, OrderIntakeService intake) {
        this.generic = formats.byCode("generic");
        this.intake = intake;
    }

    public PostOrdersResponse take(Shop shop, PostOrdersRequest request, Language language) {
        PostedOrders posted = new PostedOrders(generic, request.orders(), IntakeTerms.of(shop), language);
        BatchCounts counts = intake.take(shop, generic.code(), posted.orders());
        return new PostOrdersResponse(
                new OrderImportResponse.Orders(
                        counts.created(),
                        counts.updated(),
                        counts.unchanged(),
                        posted.rejects().size(),
                        counts.stale(),
                        posted.superseded()),
                new OrderImportResponse.Buyers(counts.buyersCreated(), counts.buyersUpdated()),
                posted.rejects(),
                new OrderImportResponse.Warnings(posted.warned().size()),
                posted.warned());
    }
}
