package io.siyu.platform.time;

import io.quarkus.arc.DefaultBean;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** The one clock that all time comes from. Microseconds, because that is what the database keeps. */
public class ClockProducer {
    static final Clock SYSTEM = Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));

    @Produces
    @Singleton
    @DefaultBean
    Clock clock() {
        return SYSTEM;
    }
}
