package io.siyu.platform.edge;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

import jakarta.validation.constraints.Min;

import java.time.Duration;

/** How much a client may ask for, and how fast its bodies have to arrive, before anything is done for it. */
@ConfigMapping(prefix = "siyu.edge")
public interface EdgeConfig {
    /** The largest body of an operation that says nothing else by {@link io.siyu.platform.edge.body.LargestBody}, in bytes. */
    @WithDefault("2097152")
    long largestBody();

    /** How long a body may take to arrive that is held in memory. */
    @WithDefault("20S")
    Duration bodyTime();

    /** How long a file may be silent while it arrives. */
    @WithDefault("30S")
    Duration fileSilence();

    /** What a file has to bring on average once it has been arriving for as long as it may be silent. */
    @WithDefault("4096")
    long fileBytesPerSecond();

    /**
     * How many bytes of bodies may be held in memory at a time, from arrival to answer. A person has an eighth of them at
     * most, so that no body may be larger than that.
     */
    @WithDefault("67108864")
    long memory();

    /**
     * The same for operations that ask for no login, where an address has an eighth at most; apart, so that strangers take
     * nothing from those at work.
     */
    @WithDefault("33554432")
    long memoryOfStrangers();

    /**
     * How many bytes of people's bodies that are larger than 64 KB may be worked on at a time; the others wait. What is made
     * of a body takes many times its size.
     */
    @WithDefault("8388608")
    long memoryAtWork();

    /** How many bodies for operations that ask for no login may be arriving from one address. */
    @WithDefault("200")
    @Min(1)
    int arrivingOfAddress();

    /** How many bodies that are held in memory may be arriving of one person, from wherever. */
    @WithDefault("50")
    @Min(1)
    int bodiesOfPerson();

    /** How many files may be arriving of one person. */
    @WithDefault("10")
    @Min(1)
    int filesOfPerson();

    /** How long the rest of a body that nobody wants is thrown away, so that its sender comes to read the answer. */
    @WithDefault("2S")
    Duration farewell();

    Rates rates();

    /** How many requests are answered: so many a second for good, and so many more at once after a rest. */
    interface Rates {
        /** Off where tests and benches send all their requests from one place. */
        @WithDefault("true")
        boolean enabled();

        /** Of one address, whoever asks: a whole shop may sit behind it. */
        @WithDefault("200")
        @Min(1)
        int addressPerSecond();

        @WithDefault("1000")
        @Min(1)
        int addressBurst();

        /** Of one address to all operations that ask for no login; less than the address has, where people sit as well. */
        @WithDefault("100")
        @Min(1)
        int strangerInAllPerSecond();

        @WithDefault("750")
        @Min(1)
        int strangerInAllBurst();

        /** Of one address to one thing at an operation that asks for no login, such as a shop's webhook. */
        @WithDefault("50")
        @Min(1)
        int strangerPerSecond();

        @WithDefault("500")
        @Min(1)
        int strangerBurst();

        /** Of one person, from wherever. */
        @WithDefault("50")
        @Min(1)
        int personPerSecond();

        @WithDefault("300")
        @Min(1)
        int personBurst();
    }
}
