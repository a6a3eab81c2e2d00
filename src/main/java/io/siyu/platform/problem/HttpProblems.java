package io.siyu.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.siyu.platform.language.Language;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;

import jakarta.inject.Singleton;
import jakarta.ws.rs.core.HttpHeaders;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Tells clients as problem+json what is refused before a request reaches its resource. */
@Singleton
public class HttpProblems {
    private static final String HTML = "text/html;charset=UTF-8";

    private final ObjectMapper json;

    HttpProblems(ObjectMapper json) {
        this.json = json;
    }

    /** Ends the request with this refusal, in the client's language. Headers that are set already go along. */
    public void answer(RoutingContext context, ProblemException refusal) {
        Problem problem = of(context, refusal);
        send(context, problem, refusal.retryAfter(), Problem.MEDIA_TYPE, bytesOf(problem));
    }

    /** The same for people, with a page that tells of the refusal. */
    public void answer(RoutingContext context, ProblemException refusal, String page) {
        context.response().putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        send(context, of(context, refusal), refusal.retryAfter(), HTML, Buffer.buffer(page));
    }

    private static Problem of(RoutingContext context, ProblemException refusal) {
        Language language = languageOf(context.request());
        return Problem.of(refusal.code(), refusal.detail().in(language), refusal.violations(language));
    }

    /** Ends the request with a status that the HTTP layer chose. */
    public void answer(RoutingContext context, int status) {
        ErrorCode code = ErrorCode.ofStatus(status);
        Problem problem = Problem.of(code, status, code.title() + ".", List.of());
        send(context, problem, Optional.empty(), Problem.MEDIA_TYPE, bytesOf(problem));
    }

    private static void send(
            RoutingContext context, Problem problem, Optional<Duration> wait, String type, Buffer body) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            // Half an answer must not look like a whole one.
            response.reset();
            return;
        }
        response.setStatusCode(problem.status()).putHeader(HttpHeaders.CONTENT_TYPE, type);
        problem.retryAfter(wait).ifPresent(seconds -> response.putHeader(HttpHeaders.RETRY_AFTER, seconds));
        response.end(body);
    }

    private Buffer bytesOf(Problem problem) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(problem));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Language languageOf(HttpServerRequest request) {
        return Language.of(request.headers().getAll(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
