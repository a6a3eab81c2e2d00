package io.siyu.platform.start;

import org.eclipse.microprofile.config.Config;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
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

    private static final String MATERIALS = "siyu.materials.";
    private static final String MATERIALS_VARIABLE = "SIYU_MATERIALS_";
    private static final String FOLDER = "folder";
    private static final String BUCKET = "s3";
    /** Each property with the end of the variable that it is set by, in the order in which they are asked for. */
    private static final Map<String, String> OF_BUCKET = inOrder();

    private static final Set<String> SCHEMES = Set.of("http", "https");

    private NeededSettings() {}

    private static Map<String, String> inOrder() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("s3.url", "S3_URL");
        settings.put("s3.bucket", "S3_BUCKET");
        settings.put("s3.access-key", "S3_ACCESS_KEY");
        settings.put("s3.secret-key", "S3_SECRET_KEY");
        return Collections.unmodifiableMap(settings);
    }

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
        checkMaterials(config);
    }

    /** A bucket is looked for when somebody asks for a picture: too late to be told that nobody said which. */
    private static void checkMaterials(Config config) {
        String store =
                config.getOptionalValue(MATERIALS + "store", String.class).orElse(FOLDER);
        if (store.equals(FOLDER)) {
            return;
        }
        if (!store.equals(BUCKET)) {
            throw new RefusedStart(
                    MATERIALS_VARIABLE + "STORE is neither folder nor s3. See docs/operations.md," + " Settings.");
        }
        OF_BUCKET.forEach((name, variable) -> {
            if (isMissing(config, MATERIALS + name)) {
                throw new RefusedStart(MATERIALS_VARIABLE + variable + " is not set, and " + MATERIALS_VARIABLE
                        + "STORE is s3: it takes the URL, the bucket and both keys. See docs/operations.md, Settings.");
            }
        });
        if (!isOfTheWeb(config.getValue(MATERIALS + "s3.url", String.class))) {
            throw new RefusedStart(MATERIALS_VARIABLE + "S3_URL is no address: it names the server of the bucket, as in"
                    + " https://s3.example.com. See docs/operations.md, Settings.");
        }
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
