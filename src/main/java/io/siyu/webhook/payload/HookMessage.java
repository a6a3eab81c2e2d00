package io.siyu.webhook.payload;

import io.siyu.order.IntakeTerms;

import java.time.Instant;

/**
 * What a platform sent.
 *
 * @param topic in small letters
 * @param triggeredAt when it happened, null where the platform does not say
 * @param shop whose order it is
 */
public record HookMessage(String topic, byte[] body, Instant triggeredAt, Instant receivedAt, IntakeTerms shop) {
    /** As near to the time of the event as is known. */
    Instant asOf() {
        return triggeredAt == null ? receivedAt : triggeredAt;
    }

    /** Nothing personal, whoever logs it. */
    @Override
    public String toString() {
        return "HookMessage[" + topic + "]";
    }
}
