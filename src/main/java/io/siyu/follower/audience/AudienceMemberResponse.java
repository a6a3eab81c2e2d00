package io.siyu.follower.audience;

import io.siyu.buyer.Tier;
import io.siyu.platform.ids.Id;

import java.util.List;

/**
 * A follower whom a campaign is for.
 *
 * @param accountId by which he is listed; null for none
 * @param tier by which he is listed, whatever it has become since
 * @param reason why he is LEFT_OUT, else null
 * @param variants what he gets in private, a slot each; nothing unless he is INCLUDED
 */
public record AudienceMemberResponse(
        Id followerId,
        Id buyerId,
        Id accountId,
        Tier tier,
        AudienceState state,
        LeftOutReason reason,
        List<MemberVariant> variants) {
    public record MemberVariant(String slot, String variant, Id postId) {}
}
