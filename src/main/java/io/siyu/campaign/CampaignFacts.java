package io.siyu.campaign;

import io.siyu.content.RuleViolation;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * All that the gates look at.
 *
 * @param daysWithPosts of 1 to 3
 * @param broken the rules that its posts break
 * @param reviewers how many members of the shop may review
 * @param participants who must acknowledge the briefings: staff id to name
 * @param zone the shop's
 */
public record CampaignFacts(
        Campaign campaign,
        Set<Integer> daysWithPosts,
        List<RuleViolation> broken,
        int reviewers,
        List<CampaignReview> reviews,
        List<CampaignObjection> objections,
        List<CampaignPreparation> preparations,
        List<CampaignBriefing> briefings,
        List<BriefingAcknowledgement> acknowledgements,
        Map<Long, String> participants,
        ZoneId zone) {
    LocalDate startDay() {
        return campaign.startDay();
    }
}
