package io.siyu.webhook.payload;

/** Reads the payloads of one platform. */
public interface HookReader {
    /** @throws UnreadableHookException if the payload is not what its topic promises */
    WebhookEvent read(HookMessage message);
}
