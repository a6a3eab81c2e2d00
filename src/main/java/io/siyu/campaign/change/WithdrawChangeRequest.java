package io.siyu.campaign.change;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why a change is not to be made after all. */
public record WithdrawChangeRequest(
        @NotBlank @Size(max = 1000) String reason) {}
