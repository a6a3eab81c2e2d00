package io.siyu.platform.problem;

import io.siyu.platform.trace.RequestId;

import jakarta.ws.rs.core.Response;

import java.util.List;

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
    private static final String SECONDS_TO_WAIT = "2";

    public static Problem of(ErrorCode code, String detail, List<Violation> violations) {
        return of(code, code.status(), detail, violations);
    }

    static Problem of(ErrorCode code, int status, String detail, List<Violation> violations) {
        return new Problem(
                "urn:siyu:problem:"
                        + code.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'),
                code.title(),
                status,
                detail,
                code.name(),
                violations,
                RequestId.current());
    }

    Response toResponse() {
        Response.ResponseBuilder response =
                Response.status(status).type(MEDIA_TYPE).entity(this);
        if (status == UNAVAILABLE) {
            response.header("Retry-After", SECONDS_TO_WAIT);
        }
        return response.build();
    }
}
