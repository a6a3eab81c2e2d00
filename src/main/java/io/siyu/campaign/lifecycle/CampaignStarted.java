package io.siyu.campaign.lifecycle;

/** Fired when the clock made a campaign RUNNING. */
public record CampaignStarted(long shopId, long campaignId) {}
