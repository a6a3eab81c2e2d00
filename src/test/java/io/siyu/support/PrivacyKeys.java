package io.siyu.support;

import java.security.SecureRandom;
import java.util.Base64;

/** The keys for personal values that an operator gives the packaged application, made as README says. */
public final class PrivacyKeys {
    private static final byte[] KEY_HEADER = {0x1a, 0x20};
    private static final int KEY_BYTES = 32;
    private static final String KEYSET = newKeyset();

    private PrivacyKeys() {}

    /** The same for all services of a test run, as it must be for replicas. */
    public static String keyset() {
        return KEYSET;
    }

    private static String newKeyset() {
        byte[] key = new byte[KEY_HEADER.length + KEY_BYTES];
        new SecureRandom().nextBytes(key);
        System.arraycopy(KEY_HEADER, 0, key, 0, KEY_HEADER.length);
        return """
                {"primaryKeyId":1,"key":[{"keyData":{"typeUrl":"type.googleapis.com/google.crypto.tink.AesGcmKey",\
                "value":"%s","keyMaterialType":"SYMMETRIC"},"status":"ENABLED","keyId":1,"outputPrefixType":"TINK"}]}""".formatted(Base64.getEncoder().encodeToString(key));
    }
}
