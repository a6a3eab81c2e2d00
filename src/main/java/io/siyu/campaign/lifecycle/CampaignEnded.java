package io.siyu.campaign.lifecycle;

/** Fired when the clock ended a campaign, at 00:00 after its last day in the shop's zone. */
public record CampaignEnded(long shopId, long campaignId) {}
