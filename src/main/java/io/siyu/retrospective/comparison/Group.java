package io.siyu.retrospective.comparison;

import io.siyu.retrospective.work.Tally;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * What a group of people bought in the window; the rate and the net amount a head are null for an empty group.
 *
 * @param buyers in the group, whether they bought in the window or not
 * @param repurchased of these, who did
 */
public record Group(long buyers, long repurchased, BigDecimal rate, long orders, String netAmount, String netAHead) {
    private static final int MONEY_DIGITS = 2;
    private static final int AHEAD_DIGITS = 4;

    public static Group of(Spending spent) {
        String aHead = spent.people() == 0
                ? null
                : spent.net()
                        .divide(BigDecimal.valueOf(spent.people()), AHEAD_DIGITS, RoundingMode.HALF_UP)
                        .toPlainString();
        return new Group(
                spent.people(),
                spent.buyers(),
                Tally.rate(spent.buyers(), spent.people()),
                spent.orders(),
                spent.net().setScale(MONEY_DIGITS).toPlainString(),
                aHead);
    }
}
