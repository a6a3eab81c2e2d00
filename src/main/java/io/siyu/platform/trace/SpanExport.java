package io.siyu.platform.trace;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.util.Collection;
import java.util.Optional;

/** Sends spans to the collector, and nothing with them that tells of a person. */
public final class SpanExport implements SpanExporter {
    private final SpanExporter collector;

    SpanExport(SpanExporter collector) {
        this.collector = collector;
    }

    /** Asked for only when tracing is on. */
    @Produces
    @Singleton
    static SpanExporter toCollector(@ConfigProperty(name = "siyu.traces.url") Optional<String> url) {
        String address = url.orElseThrow(() -> new IllegalStateException("Set siyu.traces.url to trace"));
        return new SpanExport(OtlpHttpSpanExporter.builder()
                .setEndpoint(address.replaceAll("/+$", "") + "/v1/traces")
                .build());
    }

    @Override
    public CompletableResultCode export(Collection<SpanData> spans) {
        return collector.export(
                spans.stream().<SpanData>map(ImpersonalSpan::new).toList());
    }

    @Override
    public CompletableResultCode flush() {
        return collector.flush();
    }

    @Override
    public CompletableResultCode shutdown() {
        return collector.shutdown();
    }
}
