package io.siyu.campaign.daily;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.siyu.content.ContentLine;
import io.siyu.content.PostKind;
import io.siyu.platform.json.HourMinute;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import jakarta.validation.constraints.NotNull;

import java.time.LocalTime;
import java.util.Objects;

/**
 * A time of each day of a plan.
 *
 * @param at local time in the shop's zone
 * @param kind a moment if left out
 * @param line what is posted then; null: whichever line is furthest behind its quota
 */
public record DailyHour(
        @NotNull
        @JsonFormat(pattern = HourMinute.FORMAT)
        @Schema(implementation = String.class, pattern = HourMinute.REGEX, examples = "09:00")
        LocalTime at,

        PostKind kind,
        ContentLine line) {
    public DailyHour {
        kind = Objects.requireNonNullElse(kind, PostKind.MOMENT);
    }

    int minuteOfDay() {
        return at.getHour() * 60 + at.getMinute();
    }
}
