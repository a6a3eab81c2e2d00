package io.siyu.tier.policy;

import io.siyu.platform.problem.Violation;
import io.siyu.tier.TierRule;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** Tells what is wrong with rules somebody wrote. A tier may have several rules: each is another way into it. */
final class TierPolicyCheck {

    private static final int MOST_RULES = 30;
    private static final int MOST_DAYS = 10_000;
    private static final BigDecimal MOST_CYCLES = BigDecimal.valueOf(1000);
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int MOST_DECIMALS = 6;

    private final List<Violation> violations = new ArrayList<>();

    /** @return what is wrong, field by field; empty when every buyer finds exactly one tier */
    static List<Violation> violationsOf(List<TierRule> rules) {
        TierPolicyCheck check = new TierPolicyCheck();
        check.all(rules);
        return check.violations;
    }

    private void all(List<TierRule> rules) {
        if (rules == null || rules.isEmpty() || rules.size() > MOST_RULES) {
            add("rules", "Size", "between 1 and " + MOST_RULES + " rules are needed");
            return;
        }
        for (int index = 0; index < rules.size(); index++) {
            one("rules[" + index + "]", rules.get(index));
        }
        if (violations.isEmpty()) {
            coverage(rules);
        }
    }

    private void one(String field, TierRule rule) {
        if (rule == null) {
            add(field, "Required", "a rule must not be null");
            return;
        }
        if (rule.tier() == null) {
            add(field + ".tier", "Required", "a rule needs a tier");
        }
        days(field + ".minPurchaseDays", rule.minPurchaseDays());
        days(field + ".maxPurchaseDays", rule.maxPurchaseDays());
        if (rule.minPurchaseDays() != null
                && rule.maxPurchaseDays() != null
                && rule.minPurchaseDays() > rule.maxPurchaseDays()) {
            add(field + ".maxPurchaseDays", "Range", "must not be below minPurchaseDays");
        }
        number(field + ".cyclesOver", rule.cyclesOver(), MOST_CYCLES, true);
        number(field + ".minSpendPercentile", rule.minSpendPercentile(), HUNDRED, false);
    }

    private void days(String field, Integer days) {
        if (days != null && (days < 0 || days > MOST_DAYS)) {
            add(field, "Range", "must be between 0 and " + MOST_DAYS);
        }
    }

    private void number(String field, BigDecimal value, BigDecimal most, boolean mayBeZero) {
        if (value == null) {
            return;
        }
        boolean tooSmall = mayBeZero ? value.signum() < 0 : value.signum() <= 0;
        if (tooSmall || value.compareTo(most) > 0 || value.scale() > MOST_DECIMALS) {
            add(
                    field,
                    "Range",
                    "must be " + (mayBeZero ? "at least 0" : "above 0") + ", at most " + most + ", with at most "
                            + MOST_DECIMALS + " decimals");
        }
    }

    /**
     * Whatever r and spend are, somebody with n purchase days must find a rule. A gap can only begin at 0 or right after
     * the end of a rule.
     */
    private void coverage(List<TierRule> rules) {
        IntStream starts = IntStream.concat(
                IntStream.of(0),
                rules.stream()
                        .filter(rule -> rule.maxPurchaseDays() != null)
                        .mapToInt(rule -> rule.maxPurchaseDays() + 1));
        OptionalInt missed = starts.filter(days -> rules.stream()
                        .noneMatch(rule -> rule.dependsOnPurchaseDaysOnly() && rule.holdsForPurchaseDays(days)))
                .min();
        missed.ifPresent(
                days -> add("rules", "NotCovered", "no rule is sure to catch a buyer with " + days + " purchase days"));
        for (int index = 0; index < rules.size() - 1; index++) {
            TierRule rule = rules.get(index);
            if (rule.dependsOnPurchaseDaysOnly() && rule.minPurchaseDays() == null && rule.maxPurchaseDays() == null) {
                add("rules[" + (index + 1) + "]", "Unreachable", "the rule before it already catches every buyer");
            }
        }
    }

    private void add(String field, String code, String message) {
        violations.add(new Violation(field, code, message));
    }
}
