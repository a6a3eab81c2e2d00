package io.siyu.feedback;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.time.Duration;

@ConfigMapping(prefix = "siyu.feedback")
public interface FeedbackConfig {
    /** How much working time after a report, or after it was reopened, something should have come of it: a day's work. */
    @WithDefault("9H")
    Duration dueAfter();

    /** How long the reporter alone may say whether what came of it is right, while he works here. */
    @WithDefault("72H")
    Duration reportersTime();
}
