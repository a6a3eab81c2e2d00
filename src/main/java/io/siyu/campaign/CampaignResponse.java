package io.siyu.campaign;

import io.siyu.campaign.calendar.MarketingNode;
import io.siyu.campaign.calendar.WindowSource;
import io.siyu.platform.ids.Id;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A campaign.
 *
 * @param revision counts its edits; approvals are of one revision
 * @param missedStart its first day began when it was not READY
 * @param prepareFromDay when preparation should begin
 * @param source the window of a plan it was drafted for; null if it was made by hand
 * @param version counts every change, for If-Match
 */
public record CampaignResponse(
        Id id,
        Id shopId,
        String name,
        LocalDate startDay,
        LocalDate endDay,
        Instant startsAt,
        Instant endsAt,
        Mechanic mechanic,
        String offer,
        Audience audience,
        int holdoutPercent,
        CampaignStatus status,
        int revision,
        boolean missedStart,
        LocalDate prepareFromDay,
        WindowSource source,
        MarketingNode node,
        String lessons,
        List<CampaignWarning> warnings,
        String createdBy,
        Instant createdAt,
        int version) {
    /** @param today the shop's */
    public static CampaignResponse from(Campaign campaign, LocalDate today) {
        return new CampaignResponse(
                Id.of(campaign.id()),
                Id.of(campaign.shopId()),
                campaign.name(),
                campaign.startDay(),
                campaign.endDay(),
                campaign.startsAt(),
                campaign.endsAt(),
                campaign.mechanic(),
                campaign.offer(),
                campaign.audience(),
                campaign.holdoutPercent(),
                campaign.status(),
                campaign.revision(),
                campaign.hasMissedStart(),
                campaign.startDay().minusDays(CampaignWarning.PREPARATION_LEAD_DAYS),
                campaign.source(),
                campaign.node(),
                campaign.lessons(),
                CampaignWarning.of(campaign, today),
                campaign.createdBy(),
                campaign.createdAt(),
                campaign.version());
    }
}
