package io.siyu.campaign;

/**
 * Fired in the transaction in which a campaign that was PREPARING or READY came back to REVIEW, by a content revision or
 * by hand: what it planned and is not open yet is withdrawn, and planned again when it is READY again.
 *
 * @param by who edited it or took it back
 * @param reason null if nobody gave one
 */
public record CampaignReopened(Campaign campaign, CampaignStatus from, Actor by, String reason) {}
