package io.siyu.campaign.playbook;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.siyu.campaign.Audience;
import io.siyu.campaign.CampaignTerms;
import io.siyu.campaign.post.PostTerms;
import io.siyu.content.ContentLine;
import io.siyu.content.PostKind;
import io.siyu.content.script.ScriptPin;
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

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/**
 * A post as a playbook has it.
 *
 * @param key by which a campaign that is filled again knows it, one of each in a playbook
 * @param day of the campaign, from 1
 * @param at local time in the shop's zone
 * @param scriptId what it says, in the version that is the newest when a campaign is filled
 * @param audience narrows the campaign's
 */
public record PlaybookPost(
        @NotNull @Size(max = 30) @Pattern(regexp = "[A-Za-z0-9][A-Za-z0-9._-]*")
        String key,

        @NotNull @Min(1) @Max(CampaignTerms.MOST_DAYS) Integer day,

        @NotNull
        @JsonFormat(pattern = HourMinute.FORMAT)
        @Schema(implementation = String.class, pattern = HourMinute.REGEX, examples = "09:00")
        LocalTime at,

        @NotNull PostKind kind,
        @Size(max = 60) @OneLine String visibleTo,
        @Size(max = 10) List<@NotNull @Visible @Size(max = 60) String> mentions,
        ContentLine line,
        Id scriptId,
        Id followUpScriptId,
        @Valid Audience audience) {
    public PlaybookPost {
        mentions = Objects.requireNonNullElse(mentions, List.of());
        audience = Objects.requireNonNullElse(audience, Audience.OPEN);
    }

    /** @param pins of its scripts, the version to keep */
    PostTerms terms(LocalDate startDay, Function<Id, ScriptPin> pins) {
        return new PostTerms(
                day,
                startDay.plusDays(day - 1L),
                at,
                kind,
                visibleTo,
                mentions,
                line,
                scriptId == null ? null : pins.apply(scriptId),
                followUpScriptId == null ? null : pins.apply(followUpScriptId),
                audience);
    }

    /** Whether it is on one of the campaign's days and for anyone of its tiers. */
    boolean fits(Audience campaignAudience, int campaignDays) {
        return day <= campaignDays
                && (audience.tiers().isEmpty()
                        || campaignAudience.tiers().isEmpty()
                        || audience.tiers().stream().anyMatch(campaignAudience.tiers()::contains));
    }
}
