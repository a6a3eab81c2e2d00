package io.siyu.it;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;

/** What an operator gives the packaged application besides the database and the login; the keyset as README makes it. */
public class Secrets implements QuarkusTestResourceLifecycleManager {
    private static final byte[] KEY_HEADER = {0x1a, 0x20};
    private static final int KEY_BYTES = 32;

    @Override
    public Map<String, String> start() {
        return Map.of(
                "siyu.data-folder",
                "target/it-data",
                "siyu.privacy.keyset",
                keyset(),
                "quarkus.oidc.token-state-manager.encryption-secret",
                UUID.randomUUID() + "" + UUID.randomUUID());
    }

    @Override
    public void stop() {
        // Nothing runs.
    }

    private static String keyset() {
        byte[] key = new byte[KEY_HEADER.length + KEY_BYTES];
        new SecureRandom().nextBytes(key);
        System.arraycopy(KEY_HEADER, 0, key, 0, KEY_HEADER.length);
        return """
                {"primaryKeyId":1,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey",\
                "value":"%s","keyMaterialType":"SYMMETRIC"},"status":"ENABLED","keyId":1,"outputPrefixType":"TINK"}]}""".formatted(Base64.getEncoder().encodeToString(key));
    }
}
