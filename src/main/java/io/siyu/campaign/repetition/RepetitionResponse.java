package io.siyu.campaign.repetition;

import io.siyu.campaign.CampaignResponse;
import io.siyu.platform.ids.Id;

import java.time.LocalDate;
import java.util.List;

/**
 * The next draft of a campaign.
 *
 * @param id the draft's
 * @param repeats the earlier one's
 * @param cadenceDays of the cycle as measured now
 * @param proposedStartDay in that rhythm, whether it was taken or not
 * @param lessons what the earlier one taught
 */
public record RepetitionResponse(
        Id id,
        Id repeats,
        int cadenceDays,
        LocalDate proposedStartDay,
        List<String> lessons,
        CampaignResponse campaign,
        List<RepeatedPost> posts) {
    /**
     * @param from the earlier one's post
     * @param scriptVersion the newest one, which it keeps from here on; null without a script
     * @param formerScriptVersion that of the earlier one's post
     * @param newer whether its script, or that of its follow-up, was revised since
     */
    public record RepeatedPost(
            Id id, Id from, Id scriptId, Integer scriptVersion, Integer formerScriptVersion, boolean newer) {}
}
