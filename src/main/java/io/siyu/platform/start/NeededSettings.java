package io.siyu.platform.start;

import org.eclipse.microprofile.config.Config;

/**
 * What an operator has to name and nobody can guess. The framework would complain of a name of its own that stands in no
 * page of ours, or go on with what is meant for development.
 */
public final class NeededSettings {
    private static final String DATA_FOLDER = "siyu.data-folder";
    private static final String DATA_FOLDER_VARIABLE = "SIYU_DATA_FOLDER";
    private static final String LOGIN_SERVER = "quarkus.oidc.auth-server-url";

    /** Tokens that are held against a key need nobody who tells it. */
    private static final String LOGIN_KEY = "quarkus.oidc.public-key";

    private NeededSettings() {}

    /** @throws RefusedStart if one is missing */
    public static void check(Config config) {
        if (isDataFolderUnnamed(config)) {
            throw new RefusedStart(DATA_FOLDER_VARIABLE + " is not set: it names the folder that all replicas share, in"
                    + " which pictures, videos and uploads are kept. See docs/operations.md, Settings.");
        }
        if (isMissing(config, LOGIN_SERVER) && isMissing(config, LOGIN_KEY)) {
            throw new RefusedStart("SIYU_OIDC_URL is not set: it names the realm that people log in at, as in"
                    + " https://login.example.com/realms/siyu. See docs/operations.md, Settings.");
        }
    }

    /** What development falls back to is our own line, which nobody has written over. */
    private static boolean isDataFolderUnnamed(Config config) {
        return isMissing(config, DATA_FOLDER)
                || isMissing(config, DATA_FOLDER_VARIABLE)
                        && config.getConfigValue(DATA_FOLDER).getRawValue().contains(DATA_FOLDER_VARIABLE);
    }

    private static boolean isMissing(Config config, String name) {
        return config.getOptionalValue(name, String.class).isEmpty();
    }
}
