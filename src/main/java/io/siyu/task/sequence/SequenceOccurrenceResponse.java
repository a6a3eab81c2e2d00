package io.siyu.task.sequence;

import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.ResultRow;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What became of a step of a sequence for a follower.
 *
 * @param day of the step, counted from the basis day
 * @param basisDay on which the follower joined, or the buyer is due
 * @param date on which the step goes out
 * @param late whether it was made later than it was to go out
 * @param reason why it does not go out; null where it does
 * @param taskId the list that it is on, or was; null for none
 */
public record SequenceOccurrenceResponse(
        int day,
        Id followerId,
        LocalDate basisDay,
        LocalDate date,
        Instant plannedAt,
        boolean late,
        SequenceOccurrenceState state,
        SequenceOccurrenceReason reason,
        Id taskId) {
    static SequenceOccurrenceResponse read(ResultRow row) throws SQLException {
        return new SequenceOccurrenceResponse(
                row.intAt("step_day"),
                Id.of(row.longAt("follower_id")),
                row.dayAt("basis_day"),
                row.dayAt("occurrence_day"),
                row.instantAt("planned_at"),
                row.booleanAt("late"),
                row.enumAt("state", SequenceOccurrenceState.class),
                row.enumAt("reason", SequenceOccurrenceReason.class),
                Id.ofNullable(row.nullableLongAt("task_id")));
    }
}
