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
 * @param days how many it lasts
 * @param priority of two campaigns that want one follower on one day, the one with more keeps him
 * @param salesTarget in the shop's currency
 * @param windowEndDay the last day on which what is bought is counted to it
 * @param revision counts its edits
 * @param contentRevision counts what followers would see or get; approvals and briefings are of one of these
 * @param missedStart its first day began when it was not READY
 * @param prepareFromDay when preparation should begin
 * @param source the window of a plan it was drafted for; null if it was made by hand
 * @param repeats the earlier one that it repeats, whose lessons are carriedLessons; null if none
 * @param playbook the key of the playbook that filled its days, in playbookVersion; null if none did
 * @param version counts every change, for If-Match
 */
public record CampaignResponse(
        Id id,
        Id shopId,
        String name,
        LocalDate startDay,
        int days,
        LocalDate endDay,
        LocalDate windowEndDay,
        Instant startsAt,
        Instant endsAt,
        Mechanic mechanic,
        String offer,
        Audience audience,
        int holdoutPercent,
        int priority,
        String salesTarget,
        CampaignStatus status,
        int revision,
        int contentRevision,
        boolean missedStart,
        LocalDate prepareFromDay,
        WindowSource source,
        MarketingNode node,
        String playbook,
        Integer playbookVersion,
        String lessons,
        Id repeats,
        String carriedLessons,
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
                campaign.days(),
                campaign.endDay(),
                campaign.windowEndDay(),
                campaign.startsAt(),
                campaign.endsAt(),
                campaign.mechanic(),
                campaign.offer(),
                campaign.audience(),
                campaign.holdoutPercent(),
                campaign.priority(),
                campaign.salesTarget() == null ? null : campaign.salesTarget().toPlainString(),
                campaign.status(),
                campaign.revision(),
                campaign.contentRevision(),
                campaign.hasMissedStart(),
                campaign.startDay().minusDays(CampaignWarning.PREPARATION_LEAD_DAYS),
                campaign.source(),
                campaign.node(),
                campaign.playbook(),
                campaign.playbookVersion(),
                campaign.lessons(),
                Id.ofNullable(campaign.repeatsCampaignId()),
                campaign.carriedLessons(),
                CampaignWarning.of(campaign, today),
                campaign.createdBy(),
                campaign.createdAt(),
                campaign.version());
    }
}
