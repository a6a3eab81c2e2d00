package io.siyu.staff.departure;

import io.siyu.staff.StaffStoppedWorking.Takeover;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** That somebody left, and all that undoing it needs to know. */
record Departure(
        long shopId,
        long staffId,
        long takeoverStaffId,
        List<Long> accountIds,
        Long farewellScriptId,
        Long helloScriptId,
        Instant leftAt) {
    private static final Duration UNDOABLE = Duration.ofDays(1);

    Instant undoableUntil() {
        return leftAt.plus(UNDOABLE);
    }

    Takeover takeover() {
        return new Takeover(takeoverStaffId, accountIds, farewellScriptId, helloScriptId);
    }
}
