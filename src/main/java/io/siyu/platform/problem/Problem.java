package io.siyu.platform.problem;

import io.siyu.platform.trace.RequestId;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * An error as clients see it (RFC 9457). Never holds SQL, class names or stack traces.
 *
 * @param requestId finds in the log what was written while the request was answered
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        List<Violation> violations,
        String requestId) {
    public static final String MEDIA_TYPE = "application/problem+json";
    private static final int UNAVAILABLE = 503;
    private static final Duration MOSTLY = Duration.ofSeconds(2);

    static Problem of(ErrorCode code, String detail, List<Violation> violations) {
        return of(code, code.status(), detail, violations);
    }

    static Problem of(ErrorCode code, int status, String detail, List<Violation> violations) {
        return new Problem(
                "urn:siyu:problem:" + code.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                code.title(),
                status,
                detail,
                code.name(),
                violations,
                RequestId.current());
    }

    Response toResponse() {
        return toResponse(Optional.empty());
    }

    /** @param wait for how long, as far as whoever refused could tell */
    Response toResponse(Optional<Duration> wait) {
        Response.ResponseBuilder response =
                Response.status(status).type(MEDIA_TYPE).entity(this);
        retryAfter(wait).ifPresent(seconds -> response.header(HttpHeaders.RETRY_AFTER, seconds));
        return response.build();
    }

    /**
     * What Retry-After says: whole seconds, at least one. What is unavailable always says some.
     *
     * @param wait for how long, as far as whoever refused could tell
     */
    Optional<String> retryAfter(Optional<Duration> wait) {
        return wait.or(() -> status == UNAVAILABLE ? Optional.of(MOSTLY) : Optional.empty())
                .map(time -> Math.max(1, time.plusNanos(999_999_999).toSeconds()))
                .map(String::valueOf);
    }
}
