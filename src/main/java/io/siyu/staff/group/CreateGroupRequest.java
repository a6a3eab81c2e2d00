package io.siyu.staff.group;

import io.siyu.platform.ids.Id;
import io.siyu.platform.text.Visible;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** @param ownerStaffId who looks after it; null for whoever owns the account */
public record CreateGroupRequest(
        @NotNull @Visible @Size(max = 120) String name, Id ownerStaffId) {}
