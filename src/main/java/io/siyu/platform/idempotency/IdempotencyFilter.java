package io.siyu.platform.idempotency;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.security.identity.SecurityIdentity;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * Answers a repeated POST with the same Idempotency-Key and body as the first time, and refuses the key with another
 * body. Only successes are kept: after a refusal nothing has happened, and the client may try again. Uploads are seen to
 * by {@link UploadKeys}, for a file is not to be held in memory.
 */
@Provider
public class IdempotencyFilter implements ContainerRequestFilter, ContainerResponseFilter {
    private final IdempotencyKeys keys;
    private final KeptAnswerRepository answers;
    private final ReservedKey reserved;
    private final SecurityIdentity identity;
    private final ObjectMapper json;

    IdempotencyFilter(
            IdempotencyKeys keys,
            KeptAnswerRepository answers,
            ReservedKey reserved,
            SecurityIdentity identity,
            ObjectMapper json) {
        this.keys = keys;
        this.answers = answers;
        this.reserved = reserved;
        this.identity = identity;
        this.json = json;
    }

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        String key = request.getHeaderString(IdempotencyKeys.HEADER);
        if (key == null || !request.getMethod().equals("POST") || identity.isAnonymous() || isUpload(request)) {
            return;
        }
        byte[] body = request.getEntityStream().readAllBytes();
        request.setEntityStream(new ByteArrayInputStream(body));
        RequestHash hash = new RequestHash(request.getUriInfo().getRequestUri());
        hash.add(new ByteArrayInputStream(body));
        keys.reserve(key, hash.bytes()).ifPresent(request::abortWith);
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) throws IOException {
        String key = reserved.get().orElse(null);
        if (key == null) {
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

    private static boolean isUpload(ContainerRequestContext request) {
        return request.getMediaType() != null
                && request.getMediaType().getType().equals("multipart");
    }
}
