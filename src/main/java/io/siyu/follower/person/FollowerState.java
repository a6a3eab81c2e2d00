package io.siyu.follower.person;

import io.siyu.follower.FollowerStatus;

import java.time.Instant;
import java.time.LocalDate;

/**
 * How far it has come with one buyer, apart from everything else of a follower.
 *
 * @param accountId null for an unassigned candidate
 */
record FollowerState(
        Long accountId,
        FollowerStatus status,
        String remark,
        LocalDate assignedDay,
        Instant invitedAt,
        Instant addedAt,
        Instant lostAt) {
    private static final int LONGEST_REMARK = 500;

    /**
     * The state of the person whom two buyers turned out to be: the stronger one, with the words on both. Who opted out
     * as one of them opted out.
     */
    FollowerState joinedWith(FollowerState other) {
        FollowerState stronger = other.strength() > strength() ? other : this;
        return new FollowerState(
                stronger.accountId,
                stronger.status,
                joined(remark, other.remark),
                stronger.assignedDay,
                stronger.invitedAt,
                stronger.addedAt,
                stronger.lostAt);
    }

    private int strength() {
        return switch (status) {
            case OPTED_OUT -> 5;
            case ADDED -> 4;
            case INVITED -> 3;
            case CANDIDATE -> accountId == null ? 0 : 2;
            case LOST -> 1;
        };
    }

    private static String joined(String one, String other) {
        if (one == null || other == null || one.contains(other)) {
            return one == null ? other : one;
        }
        String both = one + '\n' + other;
        return both.codePointCount(0, both.length()) <= LONGEST_REMARK
                ? both
                : both.substring(0, both.offsetByCodePoints(0, LONGEST_REMARK));
    }
}
