package io.siyu.tier;

import io.siyu.cycle.measure.MeanCycle;
import io.siyu.platform.sql.SqlFragment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A policy in SQL: what {@link TierPolicy#judge} answers, for each row of a query that has a buyer's sums. It calculates
 * with the same whole numbers as {@link io.siyu.cycle.measure.OwnCycle}, so that nothing is rounded: with the shop's mean of D
 * days over I intervals, C_b = (span·I + 2·D) ÷ (I·(n + 1)).
 */
public final class TierSql {
    private final TierPolicy policy;
    private final TierContext context;
    private final String sums;

    /** @param sums the alias under which the query has purchase_days, first_day, last_day and net_spend */
    public TierSql(TierPolicy policy, TierContext context, String sums) {
        this.policy = policy;
        this.context = context;
        this.sums = sums;
    }

    /** The tier, as a text that is never null. */
    public SqlFragment tier() {
        return byRule(rule -> SqlFragment.of("'" + rule.tier() + "'"));
    }

    /** Why, in the words of {@link TierRule#reason}. */
    public SqlFragment reason() {
        return byRule(this::reason);
    }

    /** Whether the buyer {@code b} is to move. */
    public SqlFragment moves() {
        return SqlFragment.of("(b.tier_since IS NULL OR b.tier <> ").add(tier()).add(")");
    }

    private SqlFragment byRule(Function<TierRule, SqlFragment> answer) {
        SqlFragment all = SqlFragment.of("CASE");
        for (TierRule rule : policy.rules()) {
            all = all.add(" WHEN ").add(condition(rule)).add(" THEN ").add(answer.apply(rule));
        }
        return all.add(" END");
    }

    private SqlFragment condition(TierRule rule) {
        List<SqlFragment> all = new ArrayList<>();
        if (rule.minPurchaseDays() != null) {
            all.add(SqlFragment.of(sums + ".purchase_days >= ?", rule.minPurchaseDays()));
        }
        if (rule.maxPurchaseDays() != null) {
            all.add(SqlFragment.of(sums + ".purchase_days <= ?", rule.maxPurchaseDays()));
        }
        if (rule.cyclesOver() != null) {
            all.add(SqlFragment.of(sums + ".purchase_days > 0 AND ")
                    .add(elapsed())
                    .add(" > ? * ", rule.cyclesOver())
                    .add(cycle()));
        }
        if (rule.minSpendPercentile() != null && context.spends().isEmpty()) {
            all.add(SqlFragment.of("FALSE"));
        } else if (rule.minSpendPercentile() != null) {
            all.add(SqlFragment.of(
                    sums + ".purchase_days > 0 AND " + sums + ".net_spend >= ?",
                    context.spendAt(rule.minSpendPercentile())));
        }
        return all.isEmpty() ? SqlFragment.of("TRUE") : SqlFragment.join(" AND ", all);
    }

    private SqlFragment reason(TierRule rule) {
        SqlFragment reason = SqlFragment.of("CONCAT(");
        if (rule.cyclesOver() != null) {
            // r in hundredths, rounded half up: (2·100·elapsed + cycle) DIV (2·cycle).
            reason = reason.add("'r ', CAST((200 * ")
                    .add(elapsed())
                    .add(" + ")
                    .add(cycle())
                    .add(") DIV (2 * ")
                    .add(cycle())
                    .add(
                            ") / 100 AS DECIMAL(20, 2)), ?, ",
                            " > " + rule.cyclesOver().toPlainString() + ", ");
        }
        reason = reason.add("'n = ', " + sums + ".purchase_days");
        if (rule.minSpendPercentile() != null && !context.spends().isEmpty()) {
            reason = reason.add(
                    ", ', spend ', " + sums + ".net_spend, ?",
                    " >= " + context.spendAt(rule.minSpendPercentile()) + " ("
                            + rule.minSpendPercentile().toPlainString() + "th percentile)");
        }
        return reason.add(")");
    }

    /** Days since the last purchase day × the cycle's denominator. */
    private SqlFragment elapsed() {
        return SqlFragment.of("DATEDIFF(?, " + sums + ".last_day) * ", context.asOf())
                .add(weight());
    }

    /** The numerator of C_b. */
    private SqlFragment cycle() {
        MeanCycle shop = context.shopCycle();
        return SqlFragment.of(
                "(DATEDIFF(" + sums + ".last_day, " + sums + ".first_day) * ? + ?)", shop.intervals(), 2 * shop.days());
    }

    /** Its denominator. */
    private SqlFragment weight() {
        return SqlFragment.of(
                "(" + sums + ".purchase_days + 1) * ?", context.shopCycle().intervals());
    }
}
