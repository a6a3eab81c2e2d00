package io.siyu.order.hook.payload;

import java.time.Instant;
import java.time.ZoneId;

/**
 * What a platform sent.
 *
 * @param topic in small letters
 * @param triggeredAt when it happened, null where the platform does not say
 * @param shop whose order it is
 */
public record HookMessage(String topic, byte[] body, Instant triggeredAt, Instant receivedAt, Terms shop) {
    /** @param currency the only one whose amounts are taken */
    public record Terms(String currency, ZoneId zone) {}

    /** As near to the time of the event as is known. */
    Instant toldAt() {
        return triggeredAt == null ? receivedAt : triggeredAt;
    }

    /** Nothing personal, whoever logs it. */
    @Override
    public String toString() {
        return "HookMessage[" + topic + "]";
    }
}
