package io.siyu.task.sequence;

import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
import java.util.List;

/** Reads what became of sequences, the latest day first. */
@ApplicationScoped
class SequenceOccurrenceQueries {
    private final Sql sql;

    SequenceOccurrenceQueries(Sql sql) {
        this.sql = sql;
    }

    /** The next ones before a day, a step and a follower. */
    List<SequenceOccurrenceResponse> listBefore(
            FollowerSequence sequence, LocalDate day, int stepDay, long followerId, int rows) {
        return sql.list(
                "SELECT * FROM follower_sequence_occurrence WHERE shop_id = ? AND sequence_id = ? AND occurrence_day <= ?"
                        + " AND (occurrence_day < ? OR step_day < ? OR step_day = ? AND follower_id < ?)"
                        + " ORDER BY occurrence_day DESC, step_day DESC, follower_id DESC LIMIT ?",
                SequenceOccurrenceResponse::read,
                sequence.shopId(),
                sequence.id(),
                day,
                day,
                stepDay,
                stepDay,
                followerId,
                rows);
    }
}
