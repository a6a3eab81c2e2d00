package io.siyu.platform.metric;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.util.concurrent.TimeUnit;
import java.util.stream.DoubleStream;

/** How many requests were answered within which time: what is promised is 2 s, and that nothing takes longer than 5 s. */
public class RequestBuckets {
    private static final double[] MILLIS = {25, 50, 100, 250, 500, 1000, 2000, 5000};

    @Produces
    @Singleton
    MeterFilter countRequestsByTime() {
        double[] nanos = DoubleStream.of(MILLIS)
                .map(millis -> millis * TimeUnit.MILLISECONDS.toNanos(1))
                .toArray();
        return new MeterFilter() {
            @Override
            public DistributionStatisticConfig configure(Meter.Id id, DistributionStatisticConfig config) {
                return id.getName().equals("http.server.requests")
                        ? DistributionStatisticConfig.builder()
                                .serviceLevelObjectives(nanos)
                                .build()
                                .merge(config)
                        : config;
            }
        };
    }
}
