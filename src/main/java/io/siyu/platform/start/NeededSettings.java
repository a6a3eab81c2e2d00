package io.siyu.platform.start;

import org.eclipse.microprofile.config.Config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What an operator has to name and nobody can guess. The framework would complain of a name of its own that stands in no
 * page of ours, or go on with what is meant for development.
 */
public final class NeededSettings {
    private static final String DATA_FOLDER = "siyu.data-folder";
    private static final String DATA_FOLDER_VARIABLE = "SIYU_DATA_FOLDER";
    private static final String LOGIN_SERVER = "quarkus.oidc.auth-server-url";
    private static final String DATABASE = "quarkus.datasource.jdbc.url";
    private static final Pattern DATABASE_ADDRESS =
            Pattern.compile("jdbc:mysql:(loadbalance:|replication:)?//[^/]+/.+");

    /** Tokens that are held against a key need nobody who tells it. */
    private static final String LOGIN_KEY = "quarkus.oidc.public-key";

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private NeededSettings() {}

    /** @throws RefusedStart if one is missing, or is no address where one is asked for */
    public static void check(Config config) {
        config.getOptionalValue(DATABASE, String.class)
                .filter(address -> !DATABASE_ADDRESS.matcher(address).matches())
                .ifPresent(address -> {
                    throw new RefusedStart("SIYU_DB_URL is no address of a database: it looks like"
                            + " jdbc:mysql://host:3306/siyu. See docs/operations.md, Settings.");
                });
        if (isDataFolderUnnamed(config)) {
            throw new RefusedStart(DATA_FOLDER_VARIABLE + " is not set: it names the folder that all replicas share, in"
                    + " which pictures, videos and uploads are kept. See docs/operations.md, Settings.");
        }
        if (isMissing(config, LOGIN_SERVER) && isMissing(config, LOGIN_KEY)) {
            throw new RefusedStart("SIYU_OIDC_URL is not set: it names the realm that people log in at, as in"
                    + " https://login.example.com/realms/siyu. See docs/operations.md, Settings.");
        }
        config.getOptionalValue(LOGIN_SERVER, String.class)
                .filter(address -> !isOfTheWeb(address))
                .ifPresent(address -> {
                    throw new RefusedStart(
                            "SIYU_OIDC_URL is no address: it names the realm that people log in at, as in"
                                    + " https://login.example.com/realms/siyu. See docs/operations.md, Settings.");
                });
    }

    private static boolean isOfTheWeb(String address) {
        try {
            URI uri = new URI(address);
            return uri.getHost() != null && SCHEMES.contains(uri.getScheme());
        } catch (URISyntaxException e) {
            return false;
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
