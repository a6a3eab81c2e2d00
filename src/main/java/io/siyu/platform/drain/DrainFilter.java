package io.siyu.platform.drain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.Problem;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.List;

/** Sends clients elsewhere: first by closing their connections behind each answer, then by refusing what is new. */
@ApplicationScoped
class DrainFilter {
    /** Before whoever else looks at a request; larger is earlier. */
    private static final int FIRST = 10_000;

    /** In seconds: by then whoever asks again is led to another replica. */
    private static final String SOON = "1";

    private final Drain drain;
    private final String refusal;

    DrainFilter(Drain drain, ObjectMapper json) throws JsonProcessingException {
        this.drain = drain;
        this.refusal = json.writeValueAsString(
                Problem.of(ErrorCode.UNAVAILABLE, "This replica is about to end; ask again.", List.of()));
    }

    void register(@Observes Filters filters) {
        filters.register(this::filter, FIRST);
    }

    private void filter(RoutingContext context) {
        if (drain.isOn() && context.request().version() != HttpVersion.HTTP_2) {
            context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        }
        if (drain.refuses()) {
            context.response()
                    .setStatusCode(ErrorCode.UNAVAILABLE.status())
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .putHeader("Retry-After", SOON)
                    .end(refusal);
        } else {
            context.next();
        }
    }
}
