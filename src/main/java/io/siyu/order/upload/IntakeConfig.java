package io.siyu.order.upload;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import java.nio.file.Path;
import java.time.Duration;

/** How order files are taken in. */
@ConfigMapping(prefix = "siyu.intake")
interface IntakeConfig {
    /** Where uploaded files wait to be read; all replicas must see the same folder. */
    @WithDefault("${siyu.data-folder}/intake")
    Path folder();

    /** The largest file that is taken, in bytes. */
    @WithDefault("1073741824")
    long maxBytes();

    /** The largest body of a thousand posted orders, in bytes. */
    @WithDefault("8388608")
    long maxPostedBytes();

    /**
     * The most orders of one file, where one that it has more than once counts twice: their numbers are held in memory,
     * and six million take a quarter of a gigabyte of it at worst.
     */
    @WithDefault("6000000")
    @Min(1)
    int mostOrders();

    /** Of how many rows of a file that are not taken it is kept why; the others are only counted. */
    @WithDefault("100000")
    @Min(0)
    int mostRejects();

    /** Orders a transaction. Of several transactions' orders much is held in memory at a time. */
    @WithDefault("2000")
    @Min(1)
    @Max(5000)
    int batchSize();

    /**
     * From so many rows on it is less work to read all of the shop's identity keys than to look each of the file's up.
     */
    @WithDefault("20000")
    long manyRows();

    /** How many imports one replica runs at a time, each of another shop. */
    @WithDefault("2")
    @Min(1)
    int workers();

    /** After this without a sign of life an import is taken up by another worker. */
    @WithDefault("${siyu.work.lease:15s}")
    Duration lease();

    /** How often an import is tried again that fails at the same place. */
    @WithDefault("5")
    @Min(1)
    int attempts();
}
