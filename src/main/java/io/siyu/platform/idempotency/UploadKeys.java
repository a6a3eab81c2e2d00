package io.siyu.platform.idempotency;

import org.jboss.resteasy.reactive.multipart.FileUpload;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Objects;

/**
 * Answers an upload that comes again under the same Idempotency-Key like the first time. The boundary between the parts
 * of a form is another one each time: what counts is the file, its name and the other fields.
 */
@ApplicationScoped
public class UploadKeys {
    private final IdempotencyKeys keys;

    UploadKeys(IdempotencyKeys keys) {
        this.keys = keys;
    }

    /**
     * To be called before anything is done with the file, by whoever may upload it.
     *
     * @param file may be null, and so may be the fields
     * @throws WebApplicationException with the answer of the first time, if there was one
     */
    public void begin(HttpHeaders headers, UriInfo uri, FileUpload file, String... fields) {
        String key = headers.getHeaderString(IdempotencyKeys.HEADER);
        if (key == null || file == null) {
            return;
        }
        RequestHash hash = new RequestHash(uri.getRequestUri());
        hash.add(Objects.requireNonNullElse(file.fileName(), ""));
        for (String field : fields) {
            hash.add(Objects.requireNonNullElse(field, ""));
        }
        try (InputStream content = Files.newInputStream(file.uploadedFile())) {
            hash.add(content);
        } catch (IOException e) {
            throw new UncheckedIOException("The upload cannot be read", e);
        }
        keys.reserve(key, hash.bytes()).ifPresent(kept -> {
            throw new WebApplicationException(kept);
        });
    }
}
