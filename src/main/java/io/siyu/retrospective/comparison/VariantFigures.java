package io.siyu.retrospective.comparison;

import java.util.List;

/** What came of each text of a private slot. */
public record VariantFigures(String slot, List<VariantOutcome> variants) {
    /**
     * @param group who was listed for it
     * @param effect buying rate minus that of the slot's first variant, over the tiers that both were given to; null for
     *     the first, and where they share no tier
     * @param salesEffect the same of the net amount a head; null also where all of both spent the same
     */
    public record VariantOutcome(String variant, Group group, Effect effect, SalesEffect salesEffect) {}
}
