package io.siyu.platform.privacy;

import io.siyu.platform.start.RefusedStart;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * The key that look-up hashes are made with. It is apart from the keys that encrypt, because a hash cannot be made anew
 * without its value: those keys may be retired, this one stays.
 */
@Singleton
public class LookupKey {
    private static final String PROPERTY = "siyu.privacy.lookup-key";
    private static final int BYTES = 32;

    private final byte[] key;

    @Inject
    LookupKey(@ConfigProperty(name = PROPERTY) Optional<String> configured, Keyset keyset) {
        this.key = configured.map(LookupKey::parse).orElseGet(keyset::derivedLookupKey);
    }

    KeyedHash hash() {
        return new KeyedHash(key);
    }

    /** Hashes for another purpose, under a key that is made of this one: neither tells anything about the other. */
    public KeyedHash derive(String purpose) {
        return new KeyedHash(hash().of(ByteBuffer.wrap(purpose.getBytes(StandardCharsets.UTF_8))));
    }

    private static byte[] parse(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text.strip());
            if (bytes.length == BYTES) {
                return bytes;
            }
        } catch (IllegalArgumentException e) {
            throw wrong();
        }
        throw wrong();
    }

    /** Without what the decoder says of it, which quotes it. */
    private static RefusedStart wrong() {
        return new RefusedStart("SIYU_PRIVACY_LOOKUP_KEY is not " + BYTES
                + " bytes in Base64. See docs/operations.md, Keys, for how to make one.");
    }
}
