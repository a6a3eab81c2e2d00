package io.siyu.platform.drain;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.HttpProblems;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Duration;

/** Sends clients elsewhere: first by closing their connections behind each answer, then by refusing what is new. */
@ApplicationScoped
class DrainFilter {
    /** Before whoever else looks at a request; larger is earlier. */
    private static final int FIRST = 10_000;

    /** By then whoever asks again is led to another replica. */
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Drain drain;
    private final HttpProblems problems;

    DrainFilter(Drain drain, HttpProblems problems) {
        this.drain = drain;
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::filter, FIRST);
    }

    private void filter(RoutingContext context) {
        if (drain.isOn() && context.request().version() != HttpVersion.HTTP_2) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        if (drain.refuses()) {
            problems.answer(
                    context,
                    ErrorCode.UNAVAILABLE
                            .problem("This replica is about to end; ask again.")
                            .retryAfter(SOON));
        } else {
            context.next();
        }
    }
}
