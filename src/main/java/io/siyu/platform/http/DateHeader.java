package io.siyu.platform.http;

import org.jboss.resteasy.reactive.server.ServerResponseFilter;

import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.HttpHeaders;

import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;

/** Tells clients the application's time, so that what is late does not depend on the clock of a phone. */
public class DateHeader {
    private final Clock clock;

    public DateHeader(Clock clock) {
        this.clock = clock;
    }

    @ServerResponseFilter
    public void stamp(ContainerResponseContext response) {
        ZonedDateTime now = clock.instant().atZone(ZoneOffset.UTC);
        response.getHeaders().putSingle(HttpHeaders.DATE, DateTimeFormatter.RFC_1123_DATE_TIME.format(now));
    }
}
