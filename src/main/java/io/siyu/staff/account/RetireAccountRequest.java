package io.siyu.staff.account;

import io.siyu.platform.ids.Id;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * Why an account is no longer used.
 *
 * @param successorAccountId whose its followers and their undone work are from now on; null for nobody's
 */
public record RetireAccountRequest(
        Id successorAccountId, @NotBlank @Size(max = 500) String reason) {}
