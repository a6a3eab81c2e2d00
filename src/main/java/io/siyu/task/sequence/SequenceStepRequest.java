package io.siyu.task.sequence;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.siyu.platform.ids.Id;
import io.siyu.platform.json.HourMinute;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import java.time.LocalTime;

/**
 * A step as it is asked for.
 *
 * @param day counted from the basis: 0 and more since joining; before (negative) or after the due day
 * @param at local time in the shop's zone
 * @param scriptVersion the newest if left out; of a step that had this script before, the one that it had
 */
public record SequenceStepRequest(
        @NotNull @Min(-60) @Max(365) Integer day,

        @NotNull
        @JsonFormat(pattern = HourMinute.FORMAT)
        @Schema(implementation = String.class, pattern = HourMinute.REGEX, examples = "10:00")
        LocalTime at,

        @NotNull Id scriptId,
        @Min(1) Integer scriptVersion) {}
