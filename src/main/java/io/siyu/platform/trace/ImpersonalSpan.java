package io.siyu.platform.trace;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.sdk.trace.data.DelegatingSpanData;
import io.opentelemetry.sdk.trace.data.EventData;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.data.StatusData;

import java.util.List;
import java.util.Set;

/**
 * A span with those attributes alone that are known to say nothing about a person: paths, queries, addresses, user agents
 * and the words of exceptions stay here.
 */
final class ImpersonalSpan extends DelegatingSpanData {
    private static final Set<String> TOLD = Set.of(
            "http.request.method",
            "http.response.status_code",
            "http.route",
            "url.scheme",
            "network.protocol.version",
            "error.type",
            "exception.type",
            "code.function.name",
            "code.function",
            "code.namespace",
            "siyu.work");

    private final Attributes attributes;
    private final List<EventData> events;

    ImpersonalSpan(SpanData span) {
        super(span);
        attributes = told(span.getAttributes());
        events = span.getEvents().stream()
                .map(e -> EventData.create(e.getEpochNanos(), e.getName(), told(e.getAttributes())))
                .toList();
    }

    @Override
    public String getName() {
        String route = attributes.get(AttributeKey.stringKey("http.route"));
        String method = attributes.get(AttributeKey.stringKey("http.request.method"));
        if (method == null) {
            return super.getName();
        }
        // Without a route the name would be made of the path as it was asked for.
        return route == null ? method : method + " " + route;
    }

    @Override
    public Attributes getAttributes() {
        return attributes;
    }

    @Override
    public List<EventData> getEvents() {
        return events;
    }

    @Override
    public List<LinkData> getLinks() {
        return super.getLinks().stream()
                .map(link -> LinkData.create(link.getSpanContext()))
                .toList();
    }

    /** Its words may be those of an exception. */
    @Override
    public StatusData getStatus() {
        return StatusData.create(super.getStatus().getStatusCode(), "");
    }

    private static Attributes told(Attributes all) {
        return all.toBuilder().removeIf(key -> !TOLD.contains(key.getKey())).build();
    }
}
