package io.siyu.tier;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.siyu.buyer.Tier;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * One line of a tier policy: a buyer who meets every condition given belongs to the tier. Conditions left out (null)
 * hold for everybody.
 *
 * @param minPurchaseDays n ≥ this
 * @param maxPurchaseDays n ≤ this
 * @param cyclesOver r &gt; this, where r = days since the last purchase day ÷ own cycle; never met with n = 0
 * @param minSpendPercentile net spend ≥ this percentile (nearest rank) of purchasing buyers' spend; never met with n = 0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TierRule(
        Tier tier,
        Integer minPurchaseDays,
        Integer maxPurchaseDays,
        BigDecimal cyclesOver,
        BigDecimal minSpendPercentile) {

    boolean matches(BuyerHistory buyer, TierContext context) {
        return holdsForPurchaseDays(buyer.purchaseDays())
                && (cyclesOver == null || context.isOverdue(buyer, cyclesOver))
                && (minSpendPercentile == null || context.spendsAtLeast(buyer, minSpendPercentile));
    }

    public boolean holdsForPurchaseDays(int days) {
        return (minPurchaseDays == null || days >= minPurchaseDays)
                && (maxPurchaseDays == null || days <= maxPurchaseDays);
    }

    /** Whether purchase days alone decide, so that what it catches is known without looking at buyers. */
    public boolean dependsOnPurchaseDaysOnly() {
        return cyclesOver == null && minSpendPercentile == null;
    }

    /** Whether both say the same: 1.5 cycles are 1.50. */
    boolean isLike(TierRule other) {
        return plain().equals(other.plain());
    }

    private TierRule plain() {
        return new TierRule(tier, minPurchaseDays, maxPurchaseDays, plain(cyclesOver), plain(minSpendPercentile));
    }

    private static BigDecimal plain(BigDecimal number) {
        return number == null ? null : number.stripTrailingZeros();
    }

    /** Why the rule took this buyer, with the figures, such as "r 3.20 &gt; 3". */
    String reason(BuyerHistory buyer, TierContext context) {
        List<String> reasons = new ArrayList<>();
        if (cyclesOver != null) {
            reasons.add("r " + context.cyclesSince(buyer) + " > " + cyclesOver.toPlainString());
        }
        reasons.add("n = " + buyer.purchaseDays());
        if (minSpendPercentile != null) {
            reasons.add("spend " + buyer.netSpend() + " >= " + context.spendAt(minSpendPercentile) + " ("
                    + minSpendPercentile.toPlainString() + "th percentile)");
        }
        return String.join(", ", reasons);
    }
}
