package io.siyu.platform.problem;

import jakarta.ws.rs.core.Response;

import java.util.List;

/** An error as clients see it (RFC 9457). Never holds SQL, class names or stack traces. */
public record Problem(String type, String title, int status, String detail, String code, List<Violation> violations) {
    public static final String MEDIA_TYPE = "application/problem+json";

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
                violations);
    }

    Response toResponse() {
        return Response.status(status).type(MEDIA_TYPE).entity(this).build();
    }
}
