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
import io.siyu.platform.json.Patch;
import io.siyu.platform.text.OneLine;
import io.siyu.platform.text.Visible;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What changes in a post; what is left out stays, and null takes away what can be without.
 *
 * @param day only for a campaign's post
 * @param date only for a daily post
 * @param scriptVersion to take another version of the script; a script that is named anew comes in its newest
 */
public record UpdatePostRequest(
        @Min(1) @Max(CampaignTerms.MOST_DAYS) Integer day,
        LocalDate date,
        PostKind kind,

        @JsonFormat(pattern = HourMinute.FORMAT)
        @Schema(implementation = String.class, pattern = HourMinute.REGEX, examples = "09:00")
        LocalTime at,

        Optional<@Size(max = 60) @OneLine String> visibleTo,
        Optional<@Size(max = 10) List<@NotNull @Visible @Size(max = 60) String>> mentions,
        Optional<ContentLine> line,
        Optional<Id> scriptId,
        @Min(1) Integer scriptVersion,
        Optional<Id> followUpScriptId,
        @Min(1) Integer followUpScriptVersion,
        Optional<@Valid Audience> audience,
        Optional<@Pattern(regexp = Variant.KEY) String> slot,
        Optional<@Valid Variant> variant) {
    /** @param campaign null for a daily post */
    PostTerms over(PostTerms before, Campaign campaign, PostChoices.Of choices) {
        Integer dayNo = day == null ? before.dayNo() : day;
        return new PostTerms(
                campaign == null ? null : dayNo,
                campaign == null
                        ? Objects.requireNonNullElse(date, before.day())
                        : campaign.startDay().plusDays(dayNo - 1L),
                Objects.requireNonNullElse(at, before.at()),
                Objects.requireNonNullElse(kind, before.kind()),
                Patch.over(before.visibleTo(), visibleTo),
                Patch.over(before.mentions(), mentions),
                Patch.over(before.line(), line),
                choices.script(before.script(), scriptId, scriptVersion),
                choices.followUp(before.followUp(), followUpScriptId, followUpScriptVersion),
                audience == null ? before.audience() : audience.orElse(Audience.OPEN),
                Patch.over(before.slot(), slot),
                Patch.over(before.variant(), variant));
    }
}
