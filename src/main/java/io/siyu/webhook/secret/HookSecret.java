package io.siyu.webhook.secret;

import io.siyu.webhook.HookSource;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What a shop's webhooks of one platform are signed with.
 *
 * @param previous the one before, null where there is none
 * @param previousUntil until when the one before is good, null where there is none
 */
public record HookSecret(
        HookSource source,
        byte[] current,
        byte[] previous,
        Instant previousUntil,
        Instant createdAt,
        Instant changedAt,
        String changedBy) {

    /** Those that are good now. */
    public List<byte[]> goodAt(Instant now) {
        List<byte[]> good = new ArrayList<>(List.of(current));
        if (hasPreviousAt(now)) {
            good.add(previous);
        }
        return good;
    }

    boolean hasPreviousAt(Instant now) {
        return previous != null && previousUntil.isAfter(now);
    }

    /** Nothing secret, whoever logs it. */
    @Override
    public String toString() {
        return "HookSecret[" + source + "]";
    }
}
