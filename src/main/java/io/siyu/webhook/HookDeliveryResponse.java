package io.siyu.webhook;

import io.siyu.platform.ids.Id;

import java.time.Instant;

/**
 * A delivery without its body.
 *
 * @param topic as the platform calls it
 * @param nextAt when it is tried next, null once it is worked
 * @param orderNo the order that it is about, null where that is not known
 * @param reason why it was ignored, failed or waits, null where it is done
 */
public record HookDeliveryResponse(
        Id id,
        Id shopId,
        HookSource source,
        String topic,
        HookStatus status,
        int attempts,
        Instant receivedAt,
        Instant nextAt,
        Instant doneAt,
        String orderNo,
        String reason) {}
