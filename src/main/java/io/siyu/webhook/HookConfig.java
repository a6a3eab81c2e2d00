package io.siyu.webhook;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** How webhooks are taken in. */
@ConfigMapping(prefix = "siyu.hook")
public interface HookConfig {
    /** The largest body that is taken, in bytes. */
    @WithDefault("2097152")
    int maxBytes();

    /** How many shops one replica works at a time. */
    @WithDefault("2")
    int workers();

    /** How many deliveries of a shop are worked in one go, and how many bytes of bodies are held for it. */
    @WithDefault("200")
    int batchSize();

    @WithDefault("4194304")
    int batchBytes();

    /** How often a delivery is tried that waits for another one, or could not be stored. */
    @WithDefault("8")
    int attempts();

    /** Before the second attempt; each further pause is four times as long. */
    @WithDefault("10s")
    Duration firstPause();

    @WithDefault("6h")
    Duration longestPause();

    /** After this without a sign of life a shop's deliveries are taken up by another worker. */
    @WithDefault("${siyu.work.lease:15s}")
    Duration lease();

    /** How long the secret before stays good where the request does not say. */
    @WithDefault("24h")
    Duration secretGrace();

    /** How long a body is kept once it is worked. */
    @WithDefault("7d")
    Duration keepBodies();

    /** How long the body of a failed delivery is kept for another try. */
    @WithDefault("30d")
    Duration keepFailedBodies();

    /** How long a delivery without its body is kept: this long a replay is known as one. */
    @WithDefault("90d")
    Duration keepDeliveries();
}
