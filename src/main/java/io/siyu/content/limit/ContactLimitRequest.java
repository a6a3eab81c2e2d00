package io.siyu.content.limit;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.siyu.platform.json.HourMinute;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Objects;

/** Limits from a day on; what is left out stays as it holds on that day. */
public record ContactLimitRequest(
        @NotNull LocalDate fromDay,
        @Min(1) @Max(20) Integer momentsPerDay,
        @Min(0) @Max(1440) Integer momentGapMinutes,

        @JsonFormat(pattern = HourMinute.FORMAT)
        @Schema(implementation = String.class, pattern = HourMinute.REGEX, examples = "22:30")
        LocalTime quietFrom,

        @JsonFormat(pattern = HourMinute.FORMAT)
        @Schema(implementation = String.class, pattern = HourMinute.REGEX, examples = "08:00")
        LocalTime quietTo,

        @Min(0) @Max(100) Integer marketingSharePercent,
        @Min(1) @Max(20) Integer marketingPerScene,
        @Min(1) @Max(10) Integer privatePerDay,
        @Min(1) @Max(70) Integer privatePer7Days,
        @Min(1) @Max(300) Integer privatePer30Days,
        @Min(1) @Max(20) Integer momentPictures) {
    ContactLimits over(ContactLimits before) {
        return new ContactLimits(
                Objects.requireNonNullElse(momentsPerDay, before.momentsPerDay()),
                Objects.requireNonNullElse(momentGapMinutes, before.momentGapMinutes()),
                Objects.requireNonNullElse(quietFrom, before.quietFrom()),
                Objects.requireNonNullElse(quietTo, before.quietTo()),
                Objects.requireNonNullElse(marketingSharePercent, before.marketingSharePercent()),
                Objects.requireNonNullElse(marketingPerScene, before.marketingPerScene()),
                Objects.requireNonNullElse(privatePerDay, before.privatePerDay()),
                Objects.requireNonNullElse(privatePer7Days, before.privatePer7Days()),
                Objects.requireNonNullElse(privatePer30Days, before.privatePer30Days()),
                Objects.requireNonNullElse(momentPictures, before.momentPictures()));
    }
}
