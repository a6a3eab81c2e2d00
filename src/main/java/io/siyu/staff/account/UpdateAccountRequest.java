package io.siyu.staff.account;

import io.siyu.platform.ids.Id;
import io.siyu.platform.text.Visible;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.util.List;
import java.util.Optional;

/**
 * What changes in an account; what is left out stays, and null takes away what can be without.
 *
 * @param backupStaffId who has the work while the owner does not work here; the owner's own id takes the backup away
 */
public record UpdateAccountRequest(
        @Size(min = 1, max = 120) @Visible String name,

        Id ownerStaffId,
        Id backupStaffId,
        Optional<@Size(max = 2000) String> persona,
        Optional<@Size(max = 100) List<@NotNull @Visible @Size(max = 40) String>> tabooWords,
        @Min(0) @Max(10_000) Integer dailyAddLimit,
        @Min(0) @Max(1_000_000) Integer capacity,
        Boolean active) {}
