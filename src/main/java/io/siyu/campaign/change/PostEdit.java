package io.siyu.campaign.change;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.siyu.campaign.Audience;
import io.siyu.campaign.CampaignTerms;
import io.siyu.campaign.post.edit.CreatePostRequest;
import io.siyu.platform.ids.Id;
import io.siyu.platform.json.HourMinute;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import java.time.LocalTime;

/**
 * One thing to change.
 *
 * @param postId of all but ADD
 * @param otherPostId of SWAP: with which it takes places
 * @param day of SHIFT; left out: the same
 * @param at of SHIFT; left out: the same
 * @param audience of WIDEN and NARROW: the new one
 * @param scriptId of REWRITE; left out: the same script
 * @param scriptVersion of REWRITE; left out: the newest
 * @param post of ADD
 */
public record PostEdit(
        @NotNull ChangeKind kind,
        Id postId,
        Id otherPostId,
        @Min(1) @Max(CampaignTerms.MOST_DAYS) Integer day,

        @JsonFormat(pattern = HourMinute.FORMAT)
        @Schema(implementation = String.class, pattern = HourMinute.REGEX, examples = "09:00")
        LocalTime at,

        @Valid Audience audience,
        Id scriptId,
        @Min(1) Integer scriptVersion,
        @Valid CreatePostRequest post) {}
