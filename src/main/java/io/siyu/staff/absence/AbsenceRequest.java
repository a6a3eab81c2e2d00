package io.siyu.staff.absence;

import io.siyu.platform.ids.Id;

import jakarta.validation.constraints.NotNull;

import java.time.OffsetDateTime;

/**
 * When somebody is away.
 *
 * @param until the instant of the return
 * @param backupStaffId who has the work meanwhile where an account has no backup of its own; null for nobody
 */
public record AbsenceRequest(
        @NotNull OffsetDateTime from, @NotNull OffsetDateTime until, Id backupStaffId) {}
