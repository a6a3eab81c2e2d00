package io.siyu.buyer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.siyu.buyer.match.IdentityKind;
import io.siyu.platform.ids.Id;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * All that is known of a buyer.
 *
 * @param follower null while the buyer is on no list
 * @param history moves between tiers, newest first
 * @param merges other buyers that this one turned out to be, newest first
 */
public record BuyerPortraitResponse(
        @JsonUnwrapped BuyerResponse buyer,
        Id shopId,
        Follower follower,
        List<String> tags,
        List<TierMove> history,
        List<Merge> merges) {

    /** @param accountId null while the buyer is an unassigned candidate */
    public record Follower(Id id, String status, Id accountId, String accountName, String remark, Instant addedAt) {}

    /** @param from null for the first one */
    public record TierMove(Tier from, Tier to, LocalDate day, String reason) {}

    /**
     * @param provedBy the kinds of keys on one order that led to both; empty for a merge by hand
     * @param orders how many orders came with the gone buyer
     * @param undoneAt null while the merge holds
     */
    public record Merge(Id id, Id goneId, List<IdentityKind> provedBy, int orders, Instant madeAt, Instant undoneAt) {}

    /** As long as no feature above has added what it knows. */
    static BuyerPortraitResponse of(BuyerResponse shown, Buyer buyer, List<Merge> merges) {
        return new BuyerPortraitResponse(shown, Id.of(buyer.shopId()), null, List.of(), List.of(), merges);
    }

    public BuyerPortraitResponse withFollower(Follower known, List<String> taggedWith) {
        return new BuyerPortraitResponse(buyer, shopId, known, taggedWith, history, merges);
    }

    /** @param moves newest first */
    public BuyerPortraitResponse withHistory(List<TierMove> moves) {
        return new BuyerPortraitResponse(buyer, shopId, follower, tags, moves, merges);
    }
}
