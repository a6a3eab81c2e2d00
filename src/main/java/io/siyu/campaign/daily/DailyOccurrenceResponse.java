package io.siyu.campaign.daily;

import com.fasterxml.jackson.annotation.JsonFormat;
import io.siyu.content.ContentLine;
import io.siyu.platform.ids.Id;
import io.siyu.platform.json.HourMinute;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.time.LocalDate;
import java.time.LocalTime;

/**
 * A time of a daily plan, and what became of it.
 *
 * @param reason why nothing goes out then; null where a post stands for it
 * @param postId the post that stands or stood for it
 * @param touchedBy who edited or took out its post; null while the plan may still change it
 */
public record DailyOccurrenceResponse(
        LocalDate date,

        @JsonFormat(pattern = HourMinute.FORMAT)
        @Schema(implementation = String.class, pattern = HourMinute.REGEX, examples = "09:00")
        LocalTime at,

        OccurrenceState state,
        OccurrenceReason reason,
        String detail,
        ContentLine line,
        Id scriptId,
        Id postId,
        String touchedBy) {
    static DailyOccurrenceResponse from(DailyOccurrence one) {
        return new DailyOccurrenceResponse(
                one.day(),
                one.time(),
                one.state(),
                one.reason(),
                one.detail(),
                one.line(),
                Id.ofNullable(one.scriptId()),
                Id.ofNullable(one.postId()),
                one.touchedBy());
    }
}
