package io.siyu.campaign.lifecycle;

/** Fired when somebody paused a campaign: until it is resumed nothing of it opens and nothing open of it is claimed. */
public record CampaignPaused(long shopId, long campaignId) {}
