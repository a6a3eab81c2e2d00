package io.siyu.order.upload;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.siyu.platform.metric.Gauges;
import io.siyu.platform.metric.Measurement;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** How imports of files go: what this replica reads, and what waits for any of them. */
@ApplicationScoped
class ImportMeters implements Measurement {
    private final OrderImportRepository imports;
    private final MeterRegistry registry;
    private final Counter rows;
    private final Counter rejects;
    private final AtomicInteger running;

    ImportMeters(OrderImportRepository imports, MeterRegistry registry) {
        this.imports = imports;
        this.registry = registry;
        this.rows = registry.counter("siyu.imports.rows");
        this.rejects = registry.counter("siyu.imports.rejects");
        this.running = registry.gauge("siyu.imports.running", new AtomicInteger());
        for (ImportStatus status : ImportStatus.values()) {
            if (status.isOver()) {
                ended(status);
            }
        }
    }

    /** To be called when a batch is committed. */
    void read(long moreRows, int moreRejects) {
        rows.increment(moreRows);
        rejects.increment(moreRejects);
    }

    void began() {
        running.incrementAndGet();
    }

    void left() {
        running.decrementAndGet();
    }

    Counter ended(ImportStatus status) {
        return registry.counter("siyu.imports.ended", "status", status.name());
    }

    @Override
    public void measure(Instant now, Gauges gauges) {
        gauges.set("siyu.imports.waiting", imports.countWaiting());
    }
}
