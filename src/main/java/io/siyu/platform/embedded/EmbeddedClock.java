package io.siyu.platform.embedded;

import io.quarkus.arc.profile.IfBuildProfile;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/** Puts the settable clock in the system clock's place. Not in the packaged application. */
@IfBuildProfile(anyOf = {"dev", "test"})
public class EmbeddedClock {
    @Produces
    @Singleton
    SettableClock settable(@ConfigProperty(name = "siyu.data-folder") Path dataFolder) {
        Clock micros = Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
        return new SettableClock(micros, dataFolder.resolve("clock"));
    }
}
