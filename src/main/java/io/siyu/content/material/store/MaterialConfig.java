package io.siyu.content.material.store;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import jakarta.validation.constraints.Min;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** How materials are kept. */
@ConfigMapping(prefix = "siyu.materials")
public interface MaterialConfig {
    /** {@code folder}, or {@code s3} for a bucket of a server that speaks S3. */
    @WithDefault("folder")
    String store();

    /** Where they lie in a folder; all replicas must see the same one. */
    @WithDefault("${siyu.data-folder}/materials")
    Path folder();

    /** Where copies lie that are looked through or made small. */
    Path workingFolder();

    /** The largest file that is taken, in bytes. */
    @WithDefault("20971520")
    long maxBytes();

    /** How many pixels a picture may have of which a small one is made: what it takes to read it grows with them. */
    @WithDefault("40000000")
    @Min(1)
    long thumbnailPixels();

    /** How often it is looked for bytes that no material has. */
    @WithDefault("6H")
    Duration sweepEvery();

    /** How old bytes are that are nobody's: longer than from their arrival to the commit of their row. */
    @WithDefault("1H")
    Duration leftAfter();

    S3 s3();

    /** The server and its bucket; all but the region are asked for where materials lie there (NeededSettings). */
    interface S3 {
        /** Such as {@code https://s3.example.com}. */
        Optional<String> url();

        /** In which nothing else lies: what has no row is deleted from it. */
        Optional<String> bucket();

        Optional<String> accessKey();

        Optional<String> secretKey();

        @WithDefault("us-east-1")
        String region();
    }
}
