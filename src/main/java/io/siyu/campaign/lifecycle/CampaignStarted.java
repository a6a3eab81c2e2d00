package io.siyu.campaign;

/** Fired when the clock made a campaign RUNNING. */
public record CampaignStarted(long shopId, long campaignId) {}
