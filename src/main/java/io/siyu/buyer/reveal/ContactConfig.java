package io.siyu.buyer.reveal;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import jakarta.validation.constraints.Min;

/** How contacts are shown. */
@ConfigMapping(prefix = "siyu.contact")
interface ContactConfig {
    /** How many one person may look at within an hour, in all shops together. */
    @WithDefault("60")
    @Min(1)
    int revealsPerHour();
}
