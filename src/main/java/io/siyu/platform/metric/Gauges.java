package io.siyu.platform.metric;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Gauges that show what was last measured, and nothing any more once that is too long ago. */
public final class Gauges {
    private final MeterRegistry registry;
    private final Duration goodFor;
    private final LongSupplier nanos;
    private final Map<Key, Reading> readings = new ConcurrentHashMap<>();

    private record Key(String name, Tags tags) {}

    private record Reading(double value, long at) {}

    /** @param nanos what {@link System#nanoTime} gives */
    Gauges(MeterRegistry registry, Duration goodFor, LongSupplier nanos) {
        this.registry = registry;
        this.goodFor = goodFor;
        this.nanos = nanos;
    }

    /** @param tags names and values in turn; the values are of a few that the code knows, never what somebody sends */
    public void set(String name, double value, String... tags) {
        Key key = new Key(name, Tags.of(tags));
        if (readings.put(key, new Reading(value, nanos.getAsLong())) == null) {
            Gauge.builder(name, () -> read(key)).tags(key.tags()).register(registry);
        }
    }

    /** How long ago it was, in seconds; 0 for what is still to come, or for null, as then nothing waits. */
    public void setAge(String name, Instant since, Instant now, String... tags) {
        double seconds =
                since == null ? 0 : Duration.between(since, now).toMillis() / (double) TimeUnit.SECONDS.toMillis(1);
        set(name, Math.max(0, seconds), tags);
    }

    private double read(Key key) {
        Reading reading = readings.get(key);
        return nanos.getAsLong() - reading.at() <= goodFor.toNanos() ? reading.value() : Double.NaN;
    }
}
