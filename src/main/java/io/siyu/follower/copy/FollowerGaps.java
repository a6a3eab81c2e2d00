package io.siyu.follower.copy;

import io.siyu.campaign.audience.AudienceReach;
import io.siyu.campaign.post.rule.RecipientGaps;
import io.siyu.content.CopyVariable;
import io.siyu.follower.list.AudienceQuery;
import io.siyu.follower.list.AudienceQuery.Target;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.segment.SegmentConditions;
import io.siyu.tier.TierStandings;

import jakarta.enterprise.context.ApplicationScoped;

/** Counts the followers of whom something that a message says is not known. */
@ApplicationScoped
class FollowerGaps implements RecipientGaps {
    private final AudienceQuery audience;
    private final SegmentConditions segments;

    FollowerGaps(AudienceQuery audience, SegmentConditions segments) {
        this.audience = audience;
        this.segments = segments;
    }

    @Override
    public long count(long shopId, AudienceReach reach, CopyVariable variable) {
        String isMissing = isMissing(variable);
        if (isMissing == null) {
            return 0;
        }
        SqlFragment buyers = segments.ofAll(shopId, reach.segmentIds()).add(" AND " + isMissing);
        return audience.count(new Target(shopId, reach.tiers(), reach.tags(), reach.accountIds(), buyers));
    }

    /** Of the buyer {@code b} in SQL; null for what everybody has. */
    private static String isMissing(CopyVariable variable) {
        return switch (variable) {
            case LAST_PRODUCT -> FollowerValues.LAST_PRODUCT + " IS NULL";
            case DAYS_SINCE -> "b.last_day IS NULL";
            case DUE_DAY ->
                "(SELECT " + TierStandings.DUE_DAY + " FROM tier_run r WHERE r.shop_id = b.shop_id) IS NULL";
            case SHOP, ACCOUNT, PERSONA, STAFF, CAMPAIGN, OFFER, START_DAY, END_DAY, NICKNAME, BUYER, TIER -> null;
        };
    }
}
