package io.siyu.retrospective;

import io.siyu.campaign.CampaignStatus;
import io.siyu.platform.ids.Id;
import io.siyu.retrospective.work.Breakdown;
import io.siyu.retrospective.work.Named;
import io.siyu.retrospective.work.Recipients;
import io.siyu.retrospective.work.Tally;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;

/**
 * How far a running campaign is.
 *
 * @param byHour by the hour of the shop's zone in which tasks open
 */
public record LiveResponse(
        Id campaignId,
        CampaignStatus status,
        Instant asOf,
        Tally total,
        List<Breakdown<OffsetDateTime>> byHour,
        List<Breakdown<Named>> byAccount,
        List<Breakdown<Integer>> byDay,
        Recipients recipients) {}
