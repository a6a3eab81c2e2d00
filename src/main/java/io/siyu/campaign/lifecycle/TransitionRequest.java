package io.siyu.campaign.lifecycle;

import io.siyu.campaign.CampaignStatus;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * A step on.
 *
 * @param reason needed to cancel and to override
 * @param override an admin goes on although gates are not met
 */
public record TransitionRequest(
        @NotNull CampaignStatus to, @Size(max = 1000) String reason, Boolean override) {
    boolean overrides() {
        return Boolean.TRUE.equals(override);
    }

    boolean hasReason() {
        return reason != null && !reason.isBlank();
    }
}
