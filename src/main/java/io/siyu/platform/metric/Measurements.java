package io.siyu.platform.metric;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Takes all measurements every 20 s, on each replica for itself: they are the same, so whoever watches takes the largest. */
@ApplicationScoped
public class Measurements {
    private static final Logger LOG = Logger.getLogger(Measurements.class);
    private static final int PERIODS_GOOD_FOR = 4;

    private final List<Measurement> all;
    private final Clock clock;
    private final Duration period;
    private final Gauges gauges;
    private final ScheduledExecutorService pulse;

    Measurements(
            @All List<Measurement> all,
            Clock clock,
            MeterRegistry registry,
            @ConfigProperty(name = "siyu.metrics.period", defaultValue = "20s") Duration period) {
        this.all = all;
        this.clock = clock;
        this.period = period;
        this.gauges = new Gauges(registry, period.multipliedBy(PERIODS_GOOD_FOR), System::nanoTime);
        this.pulse = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "measurements");
            thread.setDaemon(true);
            return thread;
        });
    }

    void start(@Observes StartupEvent event) {
        pulse.scheduleWithFixedDelay(this::takeAll, 1, period.toSeconds(), TimeUnit.SECONDS);
    }

    void stop(@Observes ShutdownEvent event) {
        pulse.shutdown();
    }

    /** One that fails shows nothing after a while, and the others are taken nevertheless. */
    public void takeAll() {
        for (Measurement one : all) {
            try {
                one.measure(clock.instant(), gauges);
            } catch (RuntimeException | Error e) {
                LOG.debugf(e, "A measurement failed: %s", one);
            }
        }
    }
}
