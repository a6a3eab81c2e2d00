package io.siyu.follower.invitation;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import jakarta.validation.constraints.Min;

import java.time.Duration;

/** How often and how long a buyer is invited (R15). */
@ConfigMapping(prefix = "siyu.follower.invitation")
public interface InvitationConfig {
    /** After how long without an answer the owner of the account is reminded, once. */
    @WithDefault("2D")
    Duration remindAfter();

    /** After how long without an answer it is over. */
    @WithDefault("7D")
    Duration expireAfter();

    /** How often a buyer is invited at most... */
    @WithDefault("2")
    @Min(1)
    int most();

    /** ... within this time. */
    @WithDefault("90D")
    Duration within();
}
