package io.siyu.content.material;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import java.nio.file.Path;

/** How materials are kept. */
@ConfigMapping(prefix = "siyu.materials")
interface MaterialConfig {
    /** Where they lie; all replicas must see the same folder. */
    @WithDefault("${siyu.data-folder}/materials")
    Path folder();

    /** The largest file that is taken, in bytes. */
    @WithDefault("20971520")
    long maxBytes();
}
