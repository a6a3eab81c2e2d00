package io.siyu.campaign;

/**
 * Fired in the transaction in which a campaign became PREPARING, again each time it is approved anew.
 *
 * @param by who took it there
 */
public record CampaignApproved(long shopId, long campaignId, Actor by) {}
