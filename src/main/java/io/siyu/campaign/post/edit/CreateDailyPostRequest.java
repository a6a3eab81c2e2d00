package io.siyu.campaign.post.edit;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.siyu.campaign.Audience;
import io.siyu.campaign.post.PostTerms;
import io.siyu.content.ContentLine;
import io.siyu.content.PostKind;
import io.siyu.platform.ids.Id;
import io.siyu.platform.json.HourMinute;
import io.siyu.platform.text.OneLine;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;

/** A new post outside any campaign. */
public record CreateDailyPostRequest(
        @NotNull LocalDate date,
        @NotNull PostKind kind,

        @NotNull
        @JsonFormat(pattern = HourMinute.FORMAT)
        @Schema(implementation = String.class, pattern = HourMinute.REGEX, examples = "09:00")
        LocalTime at,

        @Size(max = 60) @OneLine String visibleTo,
        ContentLine line,
        Id scriptId,
        @Valid Audience audience) {
    PostTerms terms() {
        return new PostTerms(
                null,
                date,
                at,
                kind,
                visibleTo,
                line,
                scriptId == null ? null : scriptId.value(),
                Objects.requireNonNullElse(audience, Audience.OPEN));
    }
}
