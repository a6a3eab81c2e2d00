package io.siyu.tier.move;

import io.siyu.privacy.export.ExportSection;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What a person is told of the moves between tiers. */
class ExportedTierMoves {
    @Produces
    @Singleton
    ExportSection tierMoves() {
        return ExportSection.of(
                20,
                "tierMoves",
                new ExportSection.Rows("SELECT m.* FROM buyer_tier_move m", "m.buyer_id", "m.run_no"),
                "fromTier",
                "toTier",
                "day",
                "reason");
    }
}
