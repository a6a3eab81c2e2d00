package io.siyu.campaign.post.edit;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.siyu.campaign.Audience;
import io.siyu.campaign.post.CampaignPost;
import io.siyu.campaign.post.MomentNumber;
import io.siyu.campaign.post.Variant;
import io.siyu.content.ContentLine;
import io.siyu.content.PostKind;
import io.siyu.content.script.ScriptPin;
import io.siyu.platform.ids.Id;
import io.siyu.platform.json.HourMinute;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;

/**
 * A post.
 *
 * @param campaignId null for a daily post, as day is
 * @param day one of the campaign's, from 1
 * @param at local time in the shop's zone
 * @param scheduledAt the same as an instant
 * @param visibleTo who sees it: the friends that a moment shows to, the chat that a group post goes to; null for all
 * @param momentNo of a moment: which it is of the moments that the same campaign, or all daily posts, have on its day;
 *     null for other kinds and in the audit trail, for it follows from the other posts
 * @param momentCount how many those are
 * @param scriptVersion the version of its script that it keeps, whatever is written into that afterwards
 * @param newerScriptVersion the newest one, to be taken by an edit of the post; null if it has it
 * @param slot the private messages of which each follower gets one; null for a slot of its own
 * @param variant which of them it is; null without a slot
 * @param playbookKey the playbook's post that it was made from; null if made by hand
 */
public record PostResponse(
        Id id,
        Id shopId,
        Id campaignId,
        Integer day,
        LocalDate date,
        PostKind kind,

        @JsonFormat(pattern = HourMinute.FORMAT)
        @Schema(implementation = String.class, pattern = HourMinute.REGEX, examples = "09:00")
        LocalTime at,

        Instant scheduledAt,
        String visibleTo,
        Integer momentNo,
        Integer momentCount,
        List<String> mentions,
        ContentLine line,
        Id scriptId,
        Integer scriptVersion,
        Integer newerScriptVersion,
        Id followUpScriptId,
        Integer followUpScriptVersion,
        Audience audience,
        String slot,
        Variant variant,
        String playbookKey,
        int version) {
    /** Without its number among others. */
    public static PostResponse from(CampaignPost post, ZoneId zone) {
        return from(post, zone, null, null);
    }

    /**
     * @param number null for a post that is no moment
     * @param newerVersion of its script, null if it has the newest
     */
    static PostResponse from(CampaignPost post, ZoneId zone, MomentNumber number, Integer newerVersion) {
        ScriptPin script = post.script();
        ScriptPin followUp = post.followUp();
        return new PostResponse(
                Id.of(post.id()),
                Id.of(post.shopId()),
                Id.ofNullable(post.campaignId()),
                post.dayNo(),
                post.day(),
                post.kind(),
                post.at(),
                post.scheduledAt(zone),
                post.visibleTo(),
                number == null ? null : number.no(),
                number == null ? null : number.count(),
                post.mentions(),
                post.line(),
                script == null ? null : Id.of(script.scriptId()),
                script == null ? null : script.version(),
                newerVersion,
                followUp == null ? null : Id.of(followUp.scriptId()),
                followUp == null ? null : followUp.version(),
                post.audience(),
                post.slot(),
                post.variant(),
                post.playbookKey(),
                post.version());
    }
}
