package io.siyu.platform.database;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

/** How long the database is waited for. */
@ConfigMapping(prefix = "siyu.database")
public interface DatabaseConfig {
    /** How long a request waits for the next byte of an answer. */
    @WithDefault("4S")
    Duration requestPatience();

    /** How long work behind the requests does: imports, rebuilds, tiers, forecasts. One statement of it may take minutes. */
    @WithDefault("5M")
    Duration workPatience();

    /** How long one that has been idle is tried before it is lent; a borrower may try several, one after another. */
    @WithDefault("0.5S")
    Duration trialPatience();

    Pulse pulse();

    /** Whether the database is there is asked all the time, over a connection that does nothing else. */
    interface Pulse {
        @WithDefault("0.5S")
        Duration every();

        /** What counts as silence on the connection at hand. */
        @WithDefault("1.5S")
        Duration answerWithin();

        /** What counts as silence when connecting anew. */
        @WithDefault("1S")
        Duration connectWithin();

        /** From when on a silence also ends the statements of work behind the requests, so that it is tried again. */
        @WithDefault("10S")
        Duration endWorkAfter();
    }
}
