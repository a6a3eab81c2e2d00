package io.siyu.platform.time;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.arc.All;
import io.quarkus.arc.ClientProxy;
import io.siyu.platform.metric.Gauges;
import io.siyu.platform.metric.Measurement;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;

/** How timed work goes: that it is looked for at all, how long each kind takes, how often it fails, how late it is. */
@ApplicationScoped
class DueWorkMeters implements Measurement {
    private static final String KIND = "work";

    private final MeterRegistry registry;
    private final List<TimedWork> timed;
    private final Counter ticks;

    DueWorkMeters(MeterRegistry registry, @All List<TimedWork> timed) {
        this.registry = registry;
        this.timed = timed;
        this.ticks = registry.counter("siyu.due.work.ticks");
    }

    void ticked() {
        ticks.increment();
    }

    void run(DueWork work, Runnable batches) {
        String kind = kindOf(work);
        Counter failures = registry.counter("siyu.due.work.failures", KIND, kind);
        try {
            Timer.builder("siyu.due.work").tag(KIND, kind).register(registry).record(batches);
        } catch (RuntimeException | Error e) {
            failures.increment();
            throw e;
        }
    }

    @Override
    public void measure(Instant now, Gauges gauges) {
        for (TimedWork work : timed) {
            gauges.setAge("siyu.due.work.late.seconds", work.dueSince(now).orElse(null), now, KIND, kindOf(work));
        }
    }

    /** By its class, as that is what the log names as well. */
    static String kindOf(DueWork work) {
        return ClientProxy.unwrap(work).getClass().getSimpleName().replaceAll("_Subclass$", "");
    }
}
