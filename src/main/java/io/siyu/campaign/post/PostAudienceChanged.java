package io.siyu.campaign.post;

/**
 * A post of a campaign under way was added or dropped, or is for more or fewer of its followers: fired in that transaction,
 * before {@link PostChanged}.
 */
public record PostAudienceChanged(long shopId, long campaignId, long postId) {}
