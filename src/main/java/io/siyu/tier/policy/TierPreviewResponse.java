package io.siyu.tier.policy;

import io.siyu.buyer.Tier;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What rules would do.
 *
 * @param counts buyers by tier, all seven
 * @param moves how many buyers would leave which tier they are in now for which other
 */
public record TierPreviewResponse(LocalDate asOf, Map<Tier, Long> counts, List<Move> moves) {
    public record Move(Tier from, Tier to, long buyers) {}
}
