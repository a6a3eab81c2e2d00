package io.siyu.staff.member;

import io.siyu.platform.text.Visible;
import io.siyu.shop.calendar.WorkingHours;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import java.util.List;
import java.util.Optional;

/**
 * What changes in a member of a shop; what is left out stays.
 *
 * @param workingHours of the week; null or none for those of the shop
 */
public record UpdateStaffRequest(
        @Size(min = 1, max = 120) @Visible String displayName,

        @Size(min = 1, max = 4) List<@NotBlank String> roles,
        Optional<@Size(max = 50) List<@NotNull @Valid WorkingHours>> workingHours,
        Boolean active) {}
