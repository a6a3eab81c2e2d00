package io.siyu.campaign.lifecycle;

/** Fired in the transaction in which a campaign became READY, again each time it becomes READY anew: its tasks can be made. */
public record CampaignReady(long shopId, long campaignId) {}
