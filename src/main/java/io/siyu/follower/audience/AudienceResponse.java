package io.siyu.follower.audience;

import io.siyu.buyer.Tier;
import io.siyu.platform.ids.Id;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * Whom a campaign is for: as fixed at READY, before that as it would be now.
 *
 * @param fixedAt null while it is a preview
 * @param contentRevision for which content it was fixed; null while it is a preview
 * @param refreshedAt null if it never was
 * @param reasons how many are LEFT_OUT for each
 * @param slots what those who are INCLUDED get in private
 */
public record AudienceResponse(
        Instant fixedAt,
        Integer contentRevision,
        Instant refreshedAt,
        AudienceStates states,
        Map<LeftOutReason, Long> reasons,
        List<AudienceOnAccount> accounts,
        List<AudienceInTier> tiers,
        List<SlotCount> slots) {
    /** How many are in each state. */
    public record AudienceStates(long included, long heldOut, long leftOut) {
        static final AudienceStates NONE = new AudienceStates(0, 0, 0);

        AudienceStates plus(AudienceState state, long more) {
            return switch (state) {
                case INCLUDED -> new AudienceStates(included + more, heldOut, leftOut);
                case HELD_OUT -> new AudienceStates(included, heldOut + more, leftOut);
                case LEFT_OUT -> new AudienceStates(included, heldOut, leftOut + more);
            };
        }
    }

    /** @param accountId null for those on none */
    public record AudienceOnAccount(Id accountId, String accountName, AudienceStates states) {}

    public record AudienceInTier(Tier tier, AudienceStates states) {}

    /** @param slot the slot's key, or "post:" and the id of a post that is one of its own */
    public record SlotCount(String slot, List<VariantCount> variants) {}

    /** @param variant its key; ALL where a slot has just one post */
    public record VariantCount(String variant, Id postId, long followers) {}
}
