package io.siyu.platform.trace;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import org.jboss.logging.MDC;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/** Gives each request its id, before anything can refuse it or write of it to the log. */
@ApplicationScoped
public class RequestIdFilter {
    private static final int BEFORE_ALL_ELSE = 1_000_000;

    void register(@Observes Filters filters) {
        filters.register(RequestIdFilter::mark, BEFORE_ALL_ELSE);
    }

    private static void mark(RoutingContext context) {
        String id = RequestId.from(context.request().getHeader(RequestId.HEADER));
        // Kept with the request and not with the thread: workers that go on with it know it as well.
        MDC.put(RequestId.LOG_KEY, id);
        context.response().putHeader(RequestId.HEADER, id);
        context.next();
    }
}
