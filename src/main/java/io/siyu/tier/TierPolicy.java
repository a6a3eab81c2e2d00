package io.siyu.tier;

import io.siyu.buyer.Tier;
import io.siyu.cycle.measure.OwnCycle;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** An ordered list of rules; the first that matches gives a buyer's tier. */
public record TierPolicy(List<TierRule> rules) {

    private static final TierPolicy STANDARD = new TierPolicy(List.of(
            new TierRule(Tier.LEAD, null, 0, null, null),
            new TierRule(Tier.LOST, null, null, new BigDecimal("3"), null),
            new TierRule(Tier.AT_RISK, null, null, new BigDecimal("1.5"), null),
            new TierRule(Tier.VIP, 5, null, null, new BigDecimal("90")),
            new TierRule(Tier.LOYAL, 3, null, null, null),
            new TierRule(Tier.ACTIVE, 2, 2, null, null),
            new TierRule(Tier.NEW, 1, 1, null, null)));

    public TierPolicy {
        rules = List.copyOf(rules);
    }

    /** The policy a shop starts with. */
    public static TierPolicy standard() {
        return STANDARD;
    }

    public TierVerdict judge(BuyerHistory buyer, TierContext context) {
        TierRule rule = rules.stream()
                .filter(candidate -> candidate.matches(buyer, context))
                .findFirst()
                .orElseThrow(
                        () -> new IllegalStateException("No rule catches a buyer with n = " + buyer.purchaseDays()));
        String reason = rule.reason(buyer, context);
        if (!buyer.hasPurchased()) {
            return new TierVerdict(rule.tier(), null, null, reason);
        }
        OwnCycle cycle = context.ownCycle(buyer);
        return new TierVerdict(rule.tier(), cycle.days(), cycle.dueAfter(buyer.lastDay()), reason);
    }

    /** Whether both put every buyer into the same tier by the same rules. */
    public boolean isLike(TierPolicy other) {
        return rules.size() == other.rules.size()
                && IntStream.range(0, rules.size()).allMatch(at -> rules.get(at).isLike(other.rules.get(at)));
    }

    /** The percentiles of spend that the rules ask for. */
    public Set<BigDecimal> spendPercentiles() {
        return rules.stream()
                .map(TierRule::minSpendPercentile)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
