package io.siyu.campaign.preparation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far a campaign is prepared.
 *
 * @param startDay the campaign's first day
 * @param contentRevision its latest, which the last briefing must have been about
 * @param zone the shop's
 * @param members ids of those who are of the shop: an owner who has left owns nothing
 * @param participants who must acknowledge the briefings: staff id to name
 */
record PreparationFacts(
        LocalDate startDay,
        int contentRevision,
        ZoneId zone,
        Set<Long> members,
        List<CampaignPreparation> preparations,
        List<CampaignBriefing> briefings,
        List<BriefingAcknowledgement> acknowledgements,
        Map<Long, String> participants) {}
