package io.siyu.buyer;

import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.SqlFragment;

/** What a filter over buyers means, told by who knows the filter language. */
public interface BuyerConditions {
    /**
     * @param segment a saved filter, or null
     * @param filter a filter's text, or null; with both, both hold
     * @return a condition on rows of the table {@code buyer b}; true for all if nothing is given
     * @throws io.siyu.platform.problem.ProblemException 400 for a segment that the shop has not, or a text that is no
     *     filter
     */
    SqlFragment of(long shopId, Id segment, String filter);
}
