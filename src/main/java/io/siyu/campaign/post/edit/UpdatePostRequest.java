package io.siyu.campaign.post.edit;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.siyu.campaign.Audience;
import io.siyu.campaign.Campaign;
import io.siyu.campaign.CampaignTerms;
import io.siyu.campaign.post.PostTerms;
import io.siyu.content.ContentLine;
import io.siyu.content.PostKind;
import io.siyu.platform.ids.Id;
import io.siyu.platform.json.HourMinute;
import io.siyu.platform.text.OneLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;

/**
 * What changes in a post; what is left out stays.
 *
 * @param day only for a campaign's post
 * @param date only for a daily post
 */
public record UpdatePostRequest(
        @Min(1) @Max(CampaignTerms.MOST_DAYS) Integer day,
        LocalDate date,
        PostKind kind,

        @JsonFormat(pattern = HourMinute.FORMAT)
        @Schema(implementation = String.class, pattern = HourMinute.REGEX, examples = "09:00")
        LocalTime at,

        @Size(max = 60) @OneLine String visibleTo,
        ContentLine line,
        Id scriptId,
        @Valid Audience audience) {
    /** @param campaign null for a daily post */
    PostTerms over(PostTerms before, Campaign campaign) {
        Integer dayNo = day == null ? before.dayNo() : day;
        return new PostTerms(
                campaign == null ? null : dayNo,
                campaign == null
                        ? Objects.requireNonNullElse(date, before.day())
                        : campaign.startDay().plusDays(dayNo - 1L),
                Objects.requireNonNullElse(at, before.at()),
                Objects.requireNonNullElse(kind, before.kind()),
                visibleTo == null ? before.visibleTo() : visibleTo,
                line == null ? before.line() : line,
                scriptId == null ? before.scriptId() : Long.valueOf(scriptId.value()),
                Objects.requireNonNullElse(audience, before.audience()));
    }
}
