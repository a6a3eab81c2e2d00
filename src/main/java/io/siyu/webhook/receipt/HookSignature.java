package io.siyu.webhook.receipt;

import io.siyu.platform.privacy.KeyedHash;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;

/** HMAC-SHA256 over the body as it came, in base64: how both platforms sign. */
final class HookSignature {
    private HookSignature() {}

    /**
     * Whether one of the secrets made the signature. Takes as long for a wrong one as for a right one.
     *
     * @param header in base64; null is never right
     */
    static boolean matches(List<byte[]> secrets, byte[] body, String header) {
        byte[] claimed = decoded(header);
        boolean matches = false;
        for (byte[] secret : secrets) {
            matches |= MessageDigest.isEqual(KeyedHash.signature(secret, body), claimed);
        }
        return matches;
    }

    private static byte[] decoded(String header) {
        try {
            return header == null ? new byte[0] : Base64.getDecoder().decode(header.strip());
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
