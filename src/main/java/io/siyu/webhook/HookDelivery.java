package io.siyu.webhook;

import java.time.Instant;

/**
 * A stored delivery whose turn it is.
 *
 * @param body in clear; null if it cannot be decrypted
 */
public record HookDelivery(
        long id,
        HookSource source,
        String topic,
        boolean isTest,
        Instant triggeredAt,
        Instant receivedAt,
        int attempts,
        byte[] body) {
    /** Nothing personal, whoever logs it. */
    @Override
    public String toString() {
        return "HookDelivery[" + id + "]";
    }
}
