package io.siyu.support;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.siyu.platform.embedded.EmbeddedDatabase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;

/** One real MariaDB for all tests of a run, empty at its start. */
public class Database implements QuarkusTestResourceLifecycleManager {
    private static final String URL = "quarkus.datasource.jdbc.url";
    private static final Path FOLDER = Path.of("target/test-data");
    private static String url;

    @Override
    public synchronized Map<String, String> start() {
        if (url == null) {
            empty(FOLDER);
            url = EmbeddedDatabase.start(FOLDER);
        }
        return Map.of(URL, url);
    }

    @Override
    public void stop() {
        // The next test profile goes on with the same server; it ends with the process.
    }

    private static void empty(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, IOException failure) throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("The tests' data folder cannot be emptied", e);
        }
    }
}
