package io.siyu.staff.group;

import io.siyu.platform.ids.Id;
import io.siyu.platform.text.Visible;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;

import java.time.LocalDate;

/**
 * What changes in a group; what is left out stays.
 *
 * @param members how many people are in it
 * @param countedOn the shop's day on which they were counted; today if left out
 */
public record UpdateGroupRequest(
        @Size(min = 1, max = 120) @Visible String name,
        Id ownerStaffId,
        @Min(0) @Max(100_000) Integer members,
        LocalDate countedOn,
        GroupStatus status) {}
