package io.siyu.campaign.preparation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/**
 * How far a campaign is prepared.
 *
 * @param startDay the campaign's first day
 * @param zone the shop's
 * @param participants who must acknowledge the briefings: staff id to name
 */
record PreparationFacts(
        LocalDate startDay,
        ZoneId zone,
        List<CampaignPreparation> preparations,
        List<CampaignBriefing> briefings,
        List<BriefingAcknowledgement> acknowledgements,
        Map<Long, String> participants) {}
