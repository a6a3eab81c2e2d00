package io.siyu.order.hook;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/**
 * What a platform signs its webhooks with from now on.
 *
 * @param secret as the platform shows it
 * @param graceHours how long the secret before stays good; 0 ends it at once, 24 if left out
 */
public record PutHookSecretRequest(
        @Schema(required = true) @NotBlank @Size(max = 200) String secret,
        @Min(0) @Max(720) Integer graceHours) {
    /** Nothing secret, whoever logs it. */
    @Override
    public String toString() {
        return "PutHookSecretRequest[not shown]";
    }
}
