package io.siyu.platform.idempotency;

import io.quarkus.security.identity.SecurityIdentity;
import io.siyu.platform.privacy.KeyedHash;
import io.siyu.platform.privacy.LookupKey;
import io.siyu.platform.security.Login;
import io.siyu.platform.security.Logins;
import org.jboss.resteasy.reactive.multipart.FileUpload;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Objects;

/** The running request as it was sent under an Idempotency-Key; known by keyed hashes alone, for it may name people. */
@RequestScoped
class SentRequest {
    private static final String PURPOSE = "siyu idempotency v1";

    private final SecurityIdentity identity;
    private final Logins logins;
    private final LookupKey lookupKey;
    private KeyedHash hash;
    private String key;
    private boolean isForm;
    private URI uri;
    private MessageDigest content;

    @Inject
    SentRequest(SecurityIdentity identity, Logins logins, LookupKey lookupKey) {
        this.identity = identity;
        this.logins = logins;
        this.lookupKey = lookupKey;
    }

    /** @param body null where the method's parameters tell it, as those of a form do */
    void begin(String sentKey, URI sentTo, byte[] body) {
        key = sentKey;
        uri = sentTo;
        hash = lookupKey.derive(PURPOSE);
        content = sha256();
        isForm = body == null;
        if (body != null) {
            content.update(body);
        }
    }

    boolean hasKey() {
        return key != null;
    }

    /**
     * The boundary between the parts of a form is another one each time: what counts are the files and the fields.
     *
     * @param parameters of the method that works the request
     */
    void addFormParts(Object... parameters) {
        if (!isForm) {
            return;
        }
        for (Object parameter : parameters) {
            if (parameter == null || parameter instanceof String) {
                add(Objects.toString(parameter, ""));
            } else if (parameter instanceof FileUpload file) {
                add(Objects.requireNonNullElse(file.fileName(), ""));
                add(file);
            }
        }
    }

    /** Tells apart the keys of each person, and for each thing that is asked of the service. */
    byte[] keyHash() {
        Login person = logins.of(identity);
        return hash.of(
                bytes("key"), bytes(person.issuer()), bytes(person.subject()), bytes(uri.getRawPath()), bytes(key));
    }

    /** To be called once. */
    byte[] requestHash() {
        return hash.of(
                bytes("request"),
                bytes(Objects.requireNonNullElse(uri.getRawQuery(), "")),
                ByteBuffer.wrap(content.digest()));
    }

    private void add(String word) {
        content.update(word.getBytes(StandardCharsets.UTF_8));
        content.update((byte) 0);
    }

    private void add(FileUpload file) {
        try (InputStream bytes = Files.newInputStream(file.uploadedFile())) {
            bytes.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), content));
        } catch (IOException e) {
            throw new UncheckedIOException("The upload cannot be read", e);
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
