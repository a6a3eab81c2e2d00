package io.siyu.platform.idempotency;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;
import io.siyu.platform.problem.ErrorCode;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;

/**
 * Answers a repeated POST with the same Idempotency-Key and body as the first time, and refuses the key with another
 * body. Only successes are kept: after a refusal nothing has happened, and the client may try again. Uploads are left
 * out, because importing a file again changes nothing by itself.
 */
@Provider
public class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private static final String HEADER = "Idempotency-Key";
    private static final String RESERVED = IdempotencyFilter.class.getName();
    private static final int LONGEST_KEY = 200;

    /** After this the first request is taken to have died with its replica. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final KeptAnswerRepository answers;
    private final SecurityIdentity identity;
    private final ObjectMapper json;
    private final Clock clock;

    public IdempotencyFilter(KeptAnswerRepository answers, SecurityIdentity identity, ObjectMapper json, Clock clock) {
        this.answers = answers;
        this.identity = identity;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString(HEADER);
        if (key == null || !request.getMethod().equals("POST") || identity.isAnonymous() || isUpload(request)) {
            return;
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw ErrorCode.VALIDATION_FAILED.problem(HEADER, "Size", "Between 1 and " + LONGEST_KEY + " characters.");
        }
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        byte[] hash = hash(request, body);
        String username = identity.getPrincipal().getName();
        if (answers.reserve(username, key, hash, clock.instant())) {
            request.setProperty(RESERVED, key);
        } else {
            repeat(request, username, key, hash);
        }
    }

    private void repeat(ContainerRequestContext request, String username, String key, byte[] hash) {
        KeptAnswer kept = answers.find(username, key)
                .orElseThrow(() -> ErrorCode.CONFLICT.problem("The first request was just refused; try again."));
        if (!Arrays.equals(kept.requestHash(), hash)) {
            throw ErrorCode.IDEMPOTENCY_KEY_REUSED.problem("Take a new key for a new request.");
        }
        if (kept.status() != null) {
            request.abortWith(answerOf(kept));
        } else if (kept.createdAt().plus(PATIENCE).isBefore(clock.instant())
                && answers.takeOver(username, key, kept, clock.instant())) {
            request.setProperty(RESERVED, key);
        } else {
            throw ErrorCode.CONFLICT.problem("The first request with this key is still being worked on.");
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        if (!(request.getProperty(RESERVED) instanceof String key)) {
            return;
        }
        String username = identity.getPrincipal().getName();
        if (response.getStatusInfo().getFamily() == Response.Status.Family.SUCCESSFUL && mayBeStored(response)) {
            String body = response.getEntity() == null ? null : json.writeValueAsString(response.getEntity());
            answers.keep(username, key, response.getStatus(), response.getHeaderString("Location"), body);
        } else {
            answers.forget(username, key);
        }
    }

    /** What no cache may hold, such as a contact in clear, is not held here either; asked again it is made again. */
    private static boolean mayBeStored(ContainerResponseContext response) {
        String control = response.getHeaderString("Cache-Control");
        return control == null || !control.contains("no-store");
    }

    private static Response answerOf(KeptAnswer kept) {
        Response.ResponseBuilder answer =
                Response.status(kept.status()).type(MediaType.APPLICATION_JSON).entity(kept.body());
        if (kept.location() != null) {
            answer.header("Location", kept.location());
        }
        return answer.build();
    }

    private static boolean isUpload(ContainerRequestContext request) {
        return request.getMediaType() != null
                && request.getMediaType().getType().equals("multipart");
    }

    private static byte[] hash(ContainerRequestContext request, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(request.getUriInfo().getRequestUri().getRawPath().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            return digest.digest(body);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
