package io.siyu.support;

import io.siyu.platform.embedded.EmbeddedDatabase;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The embedded database as a process that a test may kill, and start again on the same port and data. */
public final class DatabaseServer implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final String url;
    private final int port;
    private final Path log;
    private final List<String> command;
    private ProcessHandle process;

    public DatabaseServer(Path folder) {
        Folders.delete(folder);
        url = EmbeddedDatabase.start(folder);
        port = URI.create(url.substring("jdbc:".length())).getPort();
        log = folder.resolve("mariadb-again.log");
        String ownFolder = "--datadir=" + folder.toAbsolutePath().resolve("mariadb");
        process = ProcessHandle.allProcesses()
                .filter(p -> Arrays.asList(p.info().arguments().orElse(new String[0]))
                        .contains(ownFolder))
                .findFirst()
                .orElseThrow();
        command = new ArrayList<>(List.of(process.info().command().orElseThrow()));
        command.addAll(List.of(process.info().arguments().orElseThrow()));
    }

    public String url() {
        return url;
    }

    /** The folder with the server's own programs: mariadb, mariadb-dump. */
    public Path binaries() {
        return Path.of(command.get(0)).toAbsolutePath().getParent();
    }

    public Connection connect() {
        try {
            return DriverManager.getConnection(url, "root", "");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As a power cut does. */
    public void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    public void startAgain() {
        try {
            Process server = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            Runtime.getRuntime().addShutdownHook(new Thread(server::destroyForcibly));
            process = server.toHandle();
            Waiting.until("the database is back; see " + log, PATIENCE, this::listens);
        } catch (IOException e) {
            throw new UncheckedIOException("The database does not start again", e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private boolean listens() {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
