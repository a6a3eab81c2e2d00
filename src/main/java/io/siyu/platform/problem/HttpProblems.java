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
    private final ObjectMapper json;

    HttpProblems(ObjectMapper json) {
        this.json = json;
    }

    /** Ends the request with this refusal, in the client's language. Headers that are set already go along. */
    public void answer(RoutingContext context, ProblemException refusal) {
        Language language = languageOf(context.request());
        send(
                context,
                Problem.of(refusal.code(), refusal.detail().in(language), refusal.violations(language)),
                refusal.retryAfter());
    }

    /** Ends the request with a status that the HTTP layer chose. */
    public void answer(RoutingContext context, int status) {
        ErrorCode code = ErrorCode.ofStatus(status);
        send(context, Problem.of(code, status, code.title() + ".", List.of()), Optional.empty());
    }

    private void send(RoutingContext context, Problem problem, Optional<Duration> wait) {
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (response.headWritten()) {
            // Half an answer must not look like a whole one.
            response.reset();
            return;
        }
        response.setStatusCode(problem.status()).putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE);
        problem.retryAfter(wait).ifPresent(seconds -> response.putHeader(HttpHeaders.RETRY_AFTER, seconds));
        response.end(Buffer.buffer(bytesOf(problem)));
    }

    private byte[] bytesOf(Problem problem) {
        try {
            return json.writeValueAsBytes(problem);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Language languageOf(HttpServerRequest request) {
        return Language.of(request.headers().getAll(HttpHeaders.ACCEPT_LANGUAGE));
    }
}
