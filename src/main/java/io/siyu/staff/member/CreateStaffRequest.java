package io.siyu.staff.member;

import io.siyu.platform.text.Visible;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;

import java.util.List;

/** A new member of a shop: the login name, the name that colleagues see, what the person does. */
public record CreateStaffRequest(
        @NotBlank @Size(max = 120) String username,
        @Visible @Size(max = 120) String displayName,
        @NotEmpty @Size(max = 4) List<@NotBlank String> roles) {}
