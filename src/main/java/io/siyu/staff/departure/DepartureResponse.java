package io.siyu.staff.departure;

import io.siyu.platform.ids.Id;

import java.time.Instant;
import java.util.List;

/**
 * That somebody has left.
 *
 * @param accountIds what was the leaver's
 * @param undoableUntil from when on it stands
 */
public record DepartureResponse(
        Id staffId,
        Id takeoverStaffId,
        List<Id> accountIds,
        Id farewellScriptId,
        Id helloScriptId,
        Instant leftAt,
        Instant undoableUntil) {
    static DepartureResponse from(Departure departure) {
        return new DepartureResponse(
                Id.of(departure.staffId()),
                Id.of(departure.takeoverStaffId()),
                departure.accountIds().stream().map(Id::of).toList(),
                Id.ofNullable(departure.farewellScriptId()),
                Id.ofNullable(departure.helloScriptId()),
                departure.leftAt(),
                departure.undoableUntil());
    }
}
