package io.siyu.retrospective.sales;

import io.siyu.buyer.Tier;

/**
 * How somebody is listed in an audience.
 *
 * @param accountId null for nobody's
 */
public record Listing(Arm arm, Long accountId, Tier tier) {
    Listing standing(Arm other) {
        return new Listing(other, accountId, tier);
    }
}
