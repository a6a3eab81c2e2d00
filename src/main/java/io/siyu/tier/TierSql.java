package io.siyu.tier;

import io.siyu.cycle.MeanCycle;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A policy as a condition on rows of the table {@code buyer b}: which of them {@link TierPolicy#judge} may have another
 * verdict on than the stored one. It calculates with the same whole numbers as {@link io.siyu.cycle.OwnCycle}, so that
 * nothing is rounded: with the shop's mean of D days over I intervals, C_b = (span·I + 2·D) ÷ (I·(n + 1)).
 *
 * @param differs a condition with a place for each of the parameters
 */
record TierSql(String differs, List<Object> params) {
    private static final String CYCLE = "(DATEDIFF(b.last_day, b.first_day) * ? + ?)";
    private static final String WEIGHT = "(b.purchase_days + 1) * ?";

    /** The last purchase day plus C_b, rounded half up to whole days: (2·numerator + weight) DIV (2·weight). */
    private static final String DUE =
            "DATE_ADD(b.last_day, INTERVAL ((2 * " + CYCLE + " + " + WEIGHT + ") DIV (2 * " + WEIGHT + ")) DAY)";

    static TierSql of(TierPolicy policy, TierContext context) {
        long intervals = context.shopCycle().intervals();
        List<Object> params = new ArrayList<>(List.of(context.asOf()));
        params.addAll(cycle(context));
        params.addAll(List.of(intervals, intervals));
        String tiers = policy.rules().stream()
                .map(rule -> " WHEN " + condition(rule, context, params) + " THEN '" + rule.tier() + "'")
                .collect(Collectors.joining());
        // What was bought after the day does not exist on it: those buyers are looked at one by one.
        return new TierSql(
                "b.unjudged OR b.last_day > ? OR NOT (b.due_day <=> " + DUE + ") OR b.tier <> CASE" + tiers + " END",
                List.copyOf(params));
    }

    private static String condition(TierRule rule, TierContext context, List<Object> params) {
        List<String> all = new ArrayList<>();
        if (rule.minPurchaseDays() != null) {
            all.add("b.purchase_days >= ?");
            params.add(rule.minPurchaseDays());
        }
        if (rule.maxPurchaseDays() != null) {
            all.add("b.purchase_days <= ?");
            params.add(rule.maxPurchaseDays());
        }
        if (rule.cyclesOver() != null) {
            all.add("b.purchase_days > 0 AND DATEDIFF(?, b.last_day) * " + WEIGHT + " > ? * " + CYCLE);
            params.addAll(List.of(context.asOf(), context.shopCycle().intervals(), rule.cyclesOver()));
            params.addAll(cycle(context));
        }
        if (rule.minSpendPercentile() != null && context.spends().isEmpty()) {
            all.add("FALSE");
        } else if (rule.minSpendPercentile() != null) {
            all.add("b.purchase_days > 0 AND b.net_spend >= ?");
            params.add(context.spendAt(rule.minSpendPercentile()));
        }
        return all.isEmpty() ? "TRUE" : String.join(" AND ", all);
    }

    private static List<Object> cycle(TierContext context) {
        MeanCycle shop = context.shopCycle();
        return List.of(shop.intervals(), 2 * shop.days());
    }
}
