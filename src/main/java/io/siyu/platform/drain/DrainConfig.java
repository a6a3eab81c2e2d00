package io.siyu.platform.drain;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** How a process that was told to end leaves its work. */
@ConfigMapping(prefix = "siyu.drain")
interface DrainConfig {
    /**
     * How long requests are still served after readiness has gone down: longer than a balancer needs to notice, less than
     * it takes until the process is killed.
     */
    @WithDefault("0s")
    Duration delay();

    /** How long the end waits for work that was begun before to come to its next step. */
    @WithDefault("10s")
    Duration patience();
}
