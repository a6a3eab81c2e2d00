package io.siyu.platform.trace;

import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

import java.util.Optional;

/** Where spans go, asked for only when tracing is on. */
public class SpanExportProducer {
    @Produces
    @Singleton
    SpanExporter toCollector(@ConfigProperty(name = "siyu.traces.url") Optional<String> url) {
        String address = url.orElseThrow(() -> new IllegalStateException("Set siyu.traces.url to trace"));
        return new SpanExport(OtlpHttpSpanExporter.builder()
                .setEndpoint(address.replaceAll("/+$", "") + "/v1/traces")
                .build());
    }
}
