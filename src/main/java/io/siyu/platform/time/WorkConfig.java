package io.siyu.platform.time;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** Work that one replica does at a time. */
@ConfigMapping(prefix = "siyu.work")
public interface WorkConfig {
    /**
     * After this without a sign of life work is taken up by another replica. By the database's clock; whoever is at work
     * gives a sign three times as often.
     */
    @WithDefault("15s")
    Duration lease();
}
