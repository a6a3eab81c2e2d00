package io.siyu.webhook;

import io.micrometer.core.instrument.MeterRegistry;
import io.siyu.platform.metric.Gauges;
import io.siyu.platform.metric.Measurement;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;

/** What became of deliveries, and how many wait since when. */
@ApplicationScoped
public class HookMeters implements Measurement {
    private final HookDeliveryRepository deliveries;
    private final MeterRegistry registry;

    HookMeters(HookDeliveryRepository deliveries, MeterRegistry registry) {
        this.deliveries = deliveries;
        this.registry = registry;
        for (HookSource source : HookSource.values()) {
            for (HookVerdict.Kind kind : HookVerdict.Kind.values()) {
                count(source, kind, 0);
            }
        }
    }

    public void count(HookSource source, HookVerdict.Kind kind, int deliveries) {
        registry.counter("siyu.hooks.deliveries", "source", source.code(), "outcome", kind.name())
                .increment(deliveries);
    }

    @Override
    public void measure(Instant now, Gauges gauges) {
        HookDeliveryRepository.Backlog backlog = deliveries.backlog();
        gauges.set("siyu.hooks.waiting", backlog.deliveries());
        gauges.setAge("siyu.hooks.oldest.seconds", backlog.dueSince(), now);
    }
}
