package io.siyu.buyer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.siyu.platform.ids.Id;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * All that is known of a buyer.
 *
 * @param follower null while the buyer is on no list
 * @param history moves between tiers, newest first
 */
public record BuyerPortraitResponse(
        @JsonUnwrapped BuyerResponse buyer, Id shopId, Follower follower, List<String> tags, List<TierMove> history) {

    /** @param accountId null while the buyer is in the shop's pool */
    public record Follower(Id id, String status, Id accountId, String accountName, String remark, Instant addedAt) {}

    /** @param from null for the first one */
    public record TierMove(Tier from, Tier to, LocalDate day, String reason) {}

    static BuyerPortraitResponse of(
            Buyer buyer,
            PortraitRepository.Following following,
            List<String> tags,
            List<PortraitRepository.Move> moves) {
        Follower follower = following == null
                ? null
                : new Follower(
                        Id.of(following.id()),
                        following.status(),
                        Id.ofNullable(following.accountId()),
                        following.accountName(),
                        following.remark(),
                        following.addedAt());
        return new BuyerPortraitResponse(
                BuyerResponse.from(buyer),
                Id.of(buyer.shopId()),
                follower,
                tags,
                moves.stream()
                        .map(m -> new TierMove(m.fromTier(), m.toTier(), m.day(), m.reason()))
                        .toList());
    }
}
