package io.siyu.campaign.post.edit;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.siyu.campaign.Audience;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignTerms;
import io.siyu.campaign.post.PostTerms;
import io.siyu.campaign.post.Variant;
import io.siyu.content.ContentLine;
import io.siyu.content.PostKind;
import io.siyu.platform.ids.Id;
import io.siyu.platform.json.HourMinute;
import io.siyu.platform.text.OneLine;
import io.siyu.platform.text.Visible;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import java.time.LocalTime;
import java.util.List;
import java.util.Objects;

/**
 * A new post of a campaign.
 *
 * @param day one of the campaign's
 * @param at local time in the shop's zone
 * @param scriptVersion left out: the newest
 * @param audience narrows the campaign's
 * @param slot of a private message: those of one slot are variants, of which each follower gets one
 */
public record CreatePostRequest(
        @NotNull @Min(1) @Max(CampaignTerms.MOST_DAYS) Integer day,
        @NotNull PostKind kind,

        @NotNull
        @JsonFormat(pattern = HourMinute.FORMAT)
        @Schema(implementation = String.class, pattern = HourMinute.REGEX, examples = "09:00")
        LocalTime at,

        @Size(max = 60) @OneLine String visibleTo,
        @Size(max = 10) List<@NotNull @Visible @Size(max = 60) String> mentions,
        ContentLine line,
        Id scriptId,
        @Min(1) Integer scriptVersion,
        Id followUpScriptId,
        @Valid Audience audience,
        @Pattern(regexp = Variant.KEY) String slot,
        @Valid Variant variant) {
    public PostTerms terms(Campaign campaign, PostChoices.Of choices) {
        return new PostTerms(
                day,
                campaign.startDay().plusDays(day - 1L),
                at,
                kind,
                visibleTo,
                mentions,
                line,
                choices.script(scriptId, scriptVersion),
                choices.followUp(followUpScriptId),
                Objects.requireNonNullElse(audience, Audience.OPEN),
                slot,
                variant);
    }
}
