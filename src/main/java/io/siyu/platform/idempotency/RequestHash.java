package io.siyu.platform.idempotency;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** A hash of what a request asks for: where, and with what. */
final class RequestHash {
    private final MessageDigest digest;

    RequestHash(URI uri) {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
        add(uri.getRawPath());
    }

    void add(String word) {
        digest.update(word.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    void add(InputStream content) throws IOException {
        content.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
    }

    /** To be called once. */
    byte[] bytes() {
        return digest.digest();
    }
}
