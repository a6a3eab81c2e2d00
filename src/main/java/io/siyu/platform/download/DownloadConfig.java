package io.siyu.platform.download;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import jakarta.validation.constraints.Min;

import java.nio.file.Path;
import java.time.Duration;

/** How files are sent that are made for whoever asks for them. */
@ConfigMapping(prefix = "siyu.download")
public interface DownloadConfig {
    /** Where they lie until they have been opened for sending. */
    Path folder();

    /** How many may be on their way to one person. */
    @WithDefault("3")
    @Min(1)
    int ofPerson();

    /** For how long a client may take nothing of what is sent before its connection is closed. */
    @WithDefault("60S")
    Duration silence();
}
