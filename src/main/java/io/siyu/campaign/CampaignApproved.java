package io.siyu.campaign;

/** Fired in the transaction in which a campaign became PREPARING, again each time it is approved anew. */
public record CampaignApproved(long shopId, long campaignId) {}
