package io.siyu.staff.member;

import io.siyu.platform.text.Visible;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

import java.util.List;

/** What changes in a member of a shop; what is left out stays. */
public record UpdateStaffRequest(
        @Size(min = 1, max = 120) @Visible String displayName,

        @Size(min = 1, max = 4) List<@NotBlank String> roles,
        Boolean active) {}
