package io.siyu.webhook.secret;

import io.siyu.webhook.HookSource;

import java.time.Instant;

/**
 * Webhooks of one platform, without the secret.
 *
 * @param path where the platform is to send them
 * @param previousSecretUntil until when the secret before is good, null where there is none
 * @param lastDeliveryAt null before the first one
 * @param waiting deliveries that are not worked yet
 * @param failed deliveries that need somebody to look
 */
public record HookResponse(
        HookSource source,
        String path,
        Instant createdAt,
        Instant secretChangedAt,
        String secretChangedBy,
        Instant previousSecretUntil,
        Instant lastDeliveryAt,
        long waiting,
        long failed) {}
