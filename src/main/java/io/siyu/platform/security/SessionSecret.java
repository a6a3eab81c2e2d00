package io.siyu.platform.security;

import io.siyu.platform.start.RefusedStart;
import org.eclipse.microprofile.config.Config;

import java.util.Optional;

/**
 * What the console's session is encrypted with. Without one the framework takes the client's secret or makes one up that
 * no other replica knows, and of a short one it only complains.
 */
public final class SessionSecret {
    private static final String SECRET = "quarkus.oidc.token-state-manager.encryption-secret";
    private static final String KIND_OF_LOGIN = "quarkus.oidc.application-type";
    private static final String TOKENS_ALONE = "service";
    private static final int LEAST_CHARACTERS = 32;

    private SessionSecret() {}

    /**
     * @param isForOperation or else for development, which gets one made up
     * @throws RefusedStart if it is too short, or missing although people log in here
     */
    public static void check(Config config, boolean isForOperation) {
        boolean hasSessions = !config.getOptionalValue(KIND_OF_LOGIN, String.class)
                .orElse(TOKENS_ALONE)
                .equalsIgnoreCase(TOKENS_ALONE);
        check(config.getOptionalValue(SECRET, String.class), isForOperation && hasSessions);
    }

    static void check(Optional<String> secret, boolean isNeeded) {
        if (secret.isEmpty() && isNeeded) {
            throw refusal("is not set");
        }
        if (secret.isPresent() && secret.get().length() < LEAST_CHARACTERS) {
            throw refusal("is too short");
        }
    }

    private static RefusedStart refusal(String what) {
        return new RefusedStart("SIYU_SESSION_SECRET " + what + ": it encrypts the console's session and needs at least"
                + " " + LEAST_CHARACTERS + " characters, the same on every replica. See docs/operations.md, Settings.");
    }
}
