package io.siyu.campaign.review;

import io.siyu.campaign.Actor;
import io.siyu.campaign.Campaign;

/** Fired in the transaction in which somebody reviewed a campaign's latest content revision. */
public record CampaignReviewed(Campaign campaign, Actor by) {}
