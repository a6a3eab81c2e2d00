package io.siyu.campaign.lifecycle;

/** Fired in the transaction in which a campaign was cancelled: what has not been done will not be. */
public record CampaignCancelled(long shopId, long campaignId) {}
