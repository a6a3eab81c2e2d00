package io.siyu.retrospective.comparison;

import io.siyu.retrospective.work.Tally;

import java.math.BigDecimal;

/** How many of a group of buyers bought again in the window; the rate is null for an empty group. */
public record Group(long buyers, long repurchased, BigDecimal rate) {
    public static Group of(Proportion share) {
        return new Group(share.total(), share.hits(), Tally.rate(share.hits(), share.total()));
    }
}
