package io.siyu.task.sequence;

import io.siyu.buyer.Tier;
import io.siyu.follower.FollowerStatus;
import io.siyu.platform.sql.ResultRow;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A step of a sequence whose time has come for a follower, and who that follower is by now.
 *
 * @param basisDay from which the step's day is counted: with sequence, step and follower it names one occurrence for good
 * @param accountId null for who is on none
 * @param isHeldOut by a campaign whose window the day lies in; perhaps only since the occurrence was made
 */
record SequenceOccurrence(
        int stepDay,
        long followerId,
        LocalDate basisDay,
        Instant plannedAt,
        long buyerId,
        Long accountId,
        Tier tier,
        FollowerStatus status,
        boolean isOptedOut,
        boolean isHeldOut) {
    static SequenceOccurrence read(ResultRow row) throws SQLException {
        return new SequenceOccurrence(
                row.intAt("step_day"),
                row.longAt("follower_id"),
                row.dayAt("basis_day"),
                row.instantAt("planned_at"),
                row.longAt("buyer_id"),
                row.nullableLongAt("account_id"),
                row.enumAt("tier", Tier.class),
                row.enumAt("status", FollowerStatus.class),
                row.booleanAt("opted_out"),
                !row.booleanAt("reached"));
    }
}
