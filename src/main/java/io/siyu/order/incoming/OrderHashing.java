package io.siyu.order.incoming;

import io.siyu.buyer.match.BuyerLookUp;
import io.siyu.platform.privacy.FieldEncryption;

/** Makes the hashes of one shop's orders. For one thread. */
public final class OrderHashing {
    private final long shopId;
    private final FieldEncryption encryption;
    private final BuyerLookUp buyers;
    private final OrderContent content = new OrderContent();

    public OrderHashing(long shopId, FieldEncryption encryption, BuyerLookUp buyers) {
        this.shopId = shopId;
        this.encryption = encryption;
        this.buyers = buyers;
    }

    public HashedOrder hashed(IncomingOrder order) {
        return new HashedOrder(
                order,
                encryption.lookupHash(shopId, "ORDER", content.of(order)),
                buyers.fingerprint(shopId, order.buyer()));
    }
}
