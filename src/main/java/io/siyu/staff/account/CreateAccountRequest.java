package io.siyu.staff.account;

import io.siyu.platform.ids.Id;
import io.siyu.platform.text.Visible;
import io.siyu.staff.AccountKind;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.util.List;

/** A new account; limits that are left out take the default, and without a backup it has none. */
public record CreateAccountRequest(
        @NotNull @Visible @Size(max = 120) String name,
        @NotNull AccountKind kind,
        @NotNull Id ownerStaffId,
        @Size(max = 2000) String persona,
        @Size(max = 100) List<@NotNull @Visible @Size(max = 40) String> tabooWords,
        @Min(0) @Max(10_000) Integer dailyAddLimit,
        @Min(0) @Max(1_000_000) Integer capacity,
        Id backupStaffId) {}
