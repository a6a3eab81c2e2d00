package io.siyu.platform.metric;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

import static org.assertj.core.api.Assertions.assertThat;

class GaugesTest {
    private static final Instant NOW = Instant.parse("2026-11-09T01:00:00Z");

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final AtomicLong nanos = new AtomicLong();
    private final Gauges gauges = new Gauges(registry, Duration.ofSeconds(80), nanos::get);

    @Test
    void showsWhatWasLastMeasured() {
        gauges.set("tasks", 3, "status", "open");
        gauges.set("tasks", 1, "status", "claimed");
        gauges.set("tasks", 4, "status", "open");

        assertThat(valueOf("tasks", "open")).isEqualTo(4);
        assertThat(valueOf("tasks", "claimed")).isEqualTo(1);
    }

    @Test
    void showsNothingWhenThatIsTooLongAgo() {
        gauges.set("tasks", 3, "status", "open");
        nanos.addAndGet(Duration.ofSeconds(80).toNanos());
        assertThat(valueOf("tasks", "open")).isEqualTo(3);

        nanos.incrementAndGet();
        assertThat(valueOf("tasks", "open")).isNaN();

        gauges.set("tasks", 5, "status", "open");
        assertThat(valueOf("tasks", "open")).isEqualTo(5);
    }

    @Test
    void tellsAgesInSecondsAndNoneOfWhatIsStillToCome() {
        gauges.setAge("age", NOW.minusMillis(1500), NOW, "status", "late");
        gauges.setAge("age", NOW.plusSeconds(9), NOW, "status", "early");
        gauges.setAge("age", null, NOW, "status", "none");

        assertThat(valueOf("age", "late")).isEqualTo(1.5);
        assertThat(valueOf("age", "early")).isZero();
        assertThat(valueOf("age", "none")).isZero();
    }

    private double valueOf(String name, String status) {
        return registry.get(name).tag("status", status).gauge().value();
    }
}
