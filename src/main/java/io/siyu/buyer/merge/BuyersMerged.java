package io.siyu.buyer.merge;

import java.util.List;

/**
 * Buyers were merged: fired in that transaction, before it is known to anybody else. Whoever keeps something of a buyer
 * brings that of the gone ones over to the kept ones.
 *
 * @param pairs nobody is in two of them
 */
public record BuyersMerged(long shopId, List<Pair> pairs) {
    public BuyersMerged {
        pairs = List.copyOf(pairs);
    }

    /** What belongs to the gone buyer is the kept one's from now on. */
    public record Pair(long mergeId, long keptId, long goneId) {}
}
