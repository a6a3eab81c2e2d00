package io.siyu.staff.departure;

import io.siyu.platform.ids.Id;

import jakarta.validation.constraints.NotNull;

/**
 * How somebody leaves.
 *
 * @param takeoverStaffId who has the accounts and all undone work from now on
 * @param farewellScriptId a private script that the accounts' followers are told goodbye with; null for none
 * @param helloScriptId one that whoever takes over begins with, the day after; null for none
 */
public record DepartureRequest(@NotNull Id takeoverStaffId, Id farewellScriptId, Id helloScriptId) {}
