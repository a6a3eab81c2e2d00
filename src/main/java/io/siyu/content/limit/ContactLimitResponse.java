package io.siyu.content.limit;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.siyu.platform.json.HourMinute;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.LocalDate;
import java.time.LocalTime;

/** @param fromDay null for the product's defaults, which hold before the shop's own limits */
public record ContactLimitResponse(
        LocalDate fromDay,
        int momentsPerDay,
        int momentGapMinutes,

        @JsonFormat(pattern = HourMinute.FORMAT)
        @Schema(implementation = String.class, pattern = HourMinute.REGEX, examples = "22:30")
        LocalTime quietFrom,

        @JsonFormat(pattern = HourMinute.FORMAT)
        @Schema(implementation = String.class, pattern = HourMinute.REGEX, examples = "08:00")
        LocalTime quietTo,

        int marketingSharePercent,
        int marketingPerScene,
        int privatePerDay,
        int privatePer7Days,
        int privatePer30Days,
        int momentPictures) {
    static ContactLimitResponse from(LocalDate fromDay, ContactLimits limits) {
        return new ContactLimitResponse(
                fromDay,
                limits.momentsPerDay(),
                limits.momentGapMinutes(),
                limits.quietFrom(),
                limits.quietTo(),
                limits.marketingSharePercent(),
                limits.marketingPerScene(),
                limits.privatePerDay(),
                limits.privatePer7Days(),
                limits.privatePer30Days(),
                limits.momentPictures());
    }
}
