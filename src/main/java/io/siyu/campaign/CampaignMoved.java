package io.siyu.campaign;

import java.time.LocalDate;

/** Fired in the transaction in which a campaign was moved to another first day. */
public record CampaignMoved(long shopId, long campaignId, LocalDate startDay) {}
