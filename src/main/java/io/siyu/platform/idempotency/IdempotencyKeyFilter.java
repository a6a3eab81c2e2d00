package io.siyu.platform.idempotency;

import io.siyu.platform.problem.ErrorCode;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;

import java.io.ByteArrayInputStream;
import java.io.IOException;

/** Notes what is sent to an idempotent operation under an Idempotency-Key, before the body is turned into objects. */
@Provider
@Idempotent
public class IdempotencyKeyFilter implements ContainerRequestFilter {
    static final String HEADER = "Idempotency-Key";
    static final int LONGEST_KEY = 200;

    private final SentRequest sent;

    IdempotencyKeyFilter(SentRequest sent) {
        this.sent = sent;
    }

    /** @throws io.siyu.platform.problem.ProblemException 400 for a key of no or too many characters */
    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString(HEADER);
        if (key == null) {
            return;
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw ErrorCode.VALIDATION_FAILED.problem(HEADER, "Size", "Between 1 and " + LONGEST_KEY + " characters.");
        }
        byte[] body = null;
        if (!isForm(request.getMediaType())) {
            body = request.getEntityStream().readAllBytes();
            request.setEntityStream(new ByteArrayInputStream(body));
        }
        sent.begin(key, request.getUriInfo().getRequestUri(), body);
    }

    private static boolean isForm(MediaType type) {
        return type != null && type.getType().equals("multipart");
    }
}
