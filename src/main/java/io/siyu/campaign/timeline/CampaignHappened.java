package io.siyu.campaign.timeline;

import io.siyu.campaign.Actor;
import io.siyu.campaign.Campaign;

/**
 * Fired in the transaction in which a campaign's timeline got another line: those who keep something in step with the
 * campaign look at it anew.
 *
 * @param by null for the clock
 */
public record CampaignHappened(Campaign campaign, Actor by, TimelineKind kind) {}
