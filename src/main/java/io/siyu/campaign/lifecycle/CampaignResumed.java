package io.siyu.campaign.lifecycle;

/** Fired when a campaign that was PAUSED goes on: what has come due meanwhile may open. */
public record CampaignResumed(long shopId, long campaignId) {}
