package io.siyu.staff.account;

import io.siyu.platform.ids.Id;

import jakarta.validation.constraints.NotNull;

/**
 * Whose an account is from now on.
 *
 * @param ownerStaffId who has it and what is undone on it
 * @param farewellScriptId a private script that its followers are told goodbye with; null for none
 * @param helloScriptId one that the new owner begins with, the day after; null for none
 */
public record HandOverAccountRequest(@NotNull Id ownerStaffId, Id farewellScriptId, Id helloScriptId) {}
