package io.siyu.tier;

import io.siyu.platform.sql.IdPage;

import java.util.List;

/**
 * Tiers and due days of these buyers stand anew.
 *
 * @param buyers at most a few thousand
 */
public record BuyersRetiered(long shopId, IdPage buyers) {
    /** In ascending order. */
    public List<Long> buyerIds() {
        return buyers.ids();
    }
}
