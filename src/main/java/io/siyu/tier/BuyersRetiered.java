package io.siyu.tier;

import io.siyu.platform.sql.IdPage;

import java.util.List;

/**
 * Tiers and due days of these buyers stand anew. Other buyers may be judged at the same time.
 *
 * @param buyers at most a few thousand
 * @param awaitEarlier returns when those with smaller ids are committed; to be called before rows are written that are
 *     written for others, too
 */
public record BuyersRetiered(long shopId, IdPage buyers, Runnable awaitEarlier) {
    /** In ascending order. */
    public List<Long> buyerIds() {
        return buyers.ids();
    }
}
