package io.siyu.platform.privacy;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.Configuration;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeyStatus;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig2026;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.PredefinedAeadParameters;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The keys of personal data, as a Tink keyset in JSON. A key that is added and made the primary one encrypts from then
 * on; the others still decrypt what they have encrypted. Where no look-up key is configured, it is derived from the first
 * key, which therefore has to stay first.
 */
final class Keyset {
    private static final String LOOKUP = "siyu lookup hash v1";
    private static final Configuration CONFIGURATION = AeadConfig2026.get();

    private final KeysetHandle handle;

    private Keyset(KeysetHandle handle) {
        this.handle = handle;
    }

    static Keyset generate() {
        try {
            return new Keyset(KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, CONFIGURATION));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("No keyset can be made", e);
        }
    }

    /** @throws IllegalArgumentException if the text is no keyset of AES-GCM keys */
    static Keyset parse(String json) {
        try {
            Keyset keyset = new Keyset(
                    TinkJsonProtoKeysetFormat.parseKeyset(json, CONFIGURATION, InsecureSecretKeyAccess.get()));
            keyset.aead();
            keyset.derivedLookupKey();
            return keyset;
        } catch (GeneralSecurityException | RuntimeException e) {
            // Of text that is no keyset at all the reader throws whatever it stumbles over.
            throw new IllegalArgumentException("Not a Tink keyset with AES-GCM keys", e);
        }
    }

    String toJson() {
        try {
            return TinkJsonProtoKeysetFormat.serializeKeyset(handle, CONFIGURATION, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keyset cannot be written", e);
        }
    }

    Aead aead() {
        try {
            return handle.getPrimitive(CONFIGURATION, Aead.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not a keyset for encryption", e);
        }
    }

    /** The key that encrypts. */
    ValueKey primary() {
        return ValueKey.of(
                ((AesGcmKey) handle.getPrimary().getKey()).getOutputPrefix().toByteArray());
    }

    /** The same keys, with each of them as the primary one in turn. */
    List<Keyset> withEachAsPrimary() {
        return enabled().mapToObj(this::withPrimary).toList();
    }

    private Keyset withPrimary(int place) {
        KeysetHandle.Builder other = KeysetHandle.newBuilder(handle);
        other.getAt(place).makePrimary();
        try {
            return new Keyset(other.build());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A key cannot be made the primary one", e);
        }
    }

    /** The numbers of the keys whose values it opens. */
    Set<Long> ids() {
        return enabled()
                .mapToObj(place -> Integer.toUnsignedLong(handle.getAt(place).getId()))
                .collect(Collectors.toSet());
    }

    private IntStream enabled() {
        return IntStream.range(0, handle.size())
                .filter(place -> handle.getAt(place).getStatus() == KeyStatus.ENABLED);
    }

    /** What look-ups are hashed with where the configuration names no key for it: made of the first key. */
    @AccessesPartialKey
    byte[] derivedLookupKey() {
        AesGcmKey first = (AesGcmKey) handle.getAt(0).getKey();
        byte[] secret = first.getKeyBytes().toByteArray(InsecureSecretKeyAccess.get());
        return new KeyedHash(secret).of(ByteBuffer.wrap(LOOKUP.getBytes(StandardCharsets.UTF_8)));
    }
}
