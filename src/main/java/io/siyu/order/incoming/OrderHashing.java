package io.siyu.order.intake;

import io.siyu.buyer.BuyerLookUp;
import io.siyu.order.file.IncomingOrder;
import io.siyu.order.file.OrderContent;
import io.siyu.platform.privacy.PersonalData;

/** Makes the hashes of one shop's orders. For one thread. */
final class OrderHashing {
    private final long shopId;
    private final PersonalData personalData;
    private final BuyerLookUp buyers;
    private final OrderContent content = new OrderContent();

    OrderHashing(long shopId, PersonalData personalData, BuyerLookUp buyers) {
        this.shopId = shopId;
        this.personalData = personalData;
        this.buyers = buyers;
    }

    HashedOrder hashed(IncomingOrder order) {
        return new HashedOrder(
                order,
                personalData.lookupHash(shopId, "ORDER", content.of(order)),
                buyers.print(shopId, order.buyer()));
    }
}
