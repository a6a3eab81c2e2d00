package io.siyu.tier.run;

import io.siyu.platform.sql.IdPage;

import java.util.List;

/**
 * The tiers of these buyers stand anew. Other buyers of the shop may be judged at the same time: whoever observes
 * this must lock no row of them, which a range of buyers or a join that is to be updated may do.
 *
 * @param buyers at most a few thousand
 */
public record TiersRecalculated(long shopId, IdPage buyers) {
    /** In ascending order. */
    public List<Long> buyerIds() {
        return buyers.ids();
    }
}
