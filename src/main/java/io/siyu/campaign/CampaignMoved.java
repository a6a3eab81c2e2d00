package io.siyu.campaign;

/** Fired in the transaction in which a campaign came to have another first day, or another number of days. */
public record CampaignMoved(Campaign campaign) {}
