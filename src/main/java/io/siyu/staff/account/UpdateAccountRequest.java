package io.siyu.staff.account;

import io.siyu.platform.ids.Id;
import io.siyu.platform.text.Visible;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

/**
 * What changes in an account; what is left out stays.
 *
 * @param backupStaffId who has the work while the owner does not work here; the owner's own id takes the backup away
 */
public record UpdateAccountRequest(
        @Size(min = 1, max = 120) @Visible String name,

        Id ownerStaffId,
        Id backupStaffId,
        @Size(max = 2000) String persona,
        @Min(0) @Max(10_000) Integer dailyAddLimit,
        @Min(0) @Max(1_000_000) Integer capacity,
        Boolean active) {}
