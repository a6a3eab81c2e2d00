package io.siyu.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.siyu.platform.embedded.EmbeddedDatabase;

import java.nio.file.Path;
import java.util.Map;

/** One real MariaDB for all tests of a run, empty at its start. */
public class Database implements QuarkusTestResourceLifecycleManager {
    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final Path FOLDER = Path.of("target/test-data");
    private static String url;

    @Override
    public synchronized Map<String, String> start() {
        if (url == null) {
            Folders.delete(FOLDER);
            url = Boolean.getBoolean("siyu.test.mysql") ? MySqlServer.start(FOLDER) : EmbeddedDatabase.start(FOLDER);
        }
        return Map.of(URL, url);
    }

    @Override
    public void stop() {
        // It ends with the process; an application that is started anew before that goes on with the same server.
    }
}
