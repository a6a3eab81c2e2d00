package io.siyu.buyer.person;

import java.util.List;

/**
 * A person was erased: fired in that transaction. Whoever keeps words about the person lets them go.
 *
 * @param buyerIds the buyer and those who had been merged into it
 */
public record BuyerErased(long shopId, List<Long> buyerIds) {
    public BuyerErased {
        buyerIds = List.copyOf(buyerIds);
    }
}
