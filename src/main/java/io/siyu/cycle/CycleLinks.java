package io.siyu.cycle;

import io.siyu.order.Exclusion;

import java.util.EnumMap;
import java.util.Map;

/**
 * Where the figures of a cycle can be followed up. The orders are those of the shop up to the same day, of all its buyers.
 *
 * @param orders the counted ones
 * @param excluded those that do not count, by reason
 * @param buyers the buyers with their purchase days, as CSV, by the same filters
 */
public record CycleLinks(String orders, Map<Exclusion, String> excluded, String buyers) {
    static CycleLinks of(CycleService.Answer answer) {
        String shop = "/api/v1/shops/" + answer.shop().id();
        String until = "&to=" + answer.purchaseScope().asOf();
        Map<Exclusion, String> excluded = new EnumMap<>(Exclusion.class);
        for (Exclusion reason : Exclusion.values()) {
            excluded.put(reason, shop + "/orders?exclusion=" + reason + until);
        }
        CycleScope scope = answer.purchaseScope().followersOnly() ? CycleScope.FOLLOWERS : CycleScope.BUYERS;
        return new CycleLinks(
                shop + "/orders?counted=true" + until,
                excluded,
                shop + "/repurchase-cycle/buyers.csv"
                        + answer.purchaseScope()
                                .filter()
                                .query(scope, answer.purchaseScope().asOf()));
    }
}
