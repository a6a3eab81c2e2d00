package io.siyu.campaign.revision;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.siyu.campaign.Audience;
import io.siyu.campaign.Mechanic;
import io.siyu.campaign.post.Variant;
import io.siyu.content.PostKind;
import io.siyu.content.material.MediaItem;
import io.siyu.platform.ids.Id;
import io.siyu.platform.json.HourMinute;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

/** All that a campaign's followers would see or get, as one content revision has it. */
public record CampaignContent(
        LocalDate startDay,
        int days,
        Mechanic mechanic,
        String offer,
        Audience audience,
        int holdoutPercent,
        List<PostContent> posts) {
    /**
     * A post with what it says.
     *
     * @param slot null for a slot of its own, which has no variant either
     * @param scriptVersion the one that the post keeps; null if it has no script, as its texts are
     * @param followUpScriptId what is sent in private afterwards; null for nothing
     */
    public record PostContent(
            Id postId,
            int day,

            @JsonFormat(pattern = HourMinute.FORMAT)
            @Schema(implementation = String.class, pattern = HourMinute.REGEX, examples = "09:00")
            LocalTime at,

            PostKind kind,
            String visibleTo,
            List<String> mentions,
            Audience audience,
            String slot,
            Variant variant,
            Id scriptId,
            Integer scriptVersion,
            String copy,
            String firstComment,
            List<MediaItem> media,
            Id followUpScriptId,
            Integer followUpVersion) {}
}
