package io.siyu.webhook.secret;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/**
 * What a platform signs its webhooks with from now on.
 *
 * @param secret as the platform shows it, but for spaces around it; one that can be guessed lets anybody make up orders
 * @param graceHours how long the secret before stays good; 0 ends it at once, 24 if left out
 */
public record PutHookSecretRequest(
        @Schema(required = true) @NotNull @Size(min = 16, max = 200)
        String secret,

        @Min(0) @Max(720) Integer graceHours) {
    public PutHookSecretRequest {
        secret = secret == null ? null : secret.strip();
    }

    /** Nothing secret, whoever logs it. */
    @Override
    public String toString() {
        return "PutHookSecretRequest[not shown]";
    }
}
