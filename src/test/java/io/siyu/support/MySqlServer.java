package io.siyu.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A real MySQL 8.0 in place of the embedded MariaDB, for the profile {@code mysql}: what runs on one must run on the
 * other. Its binaries come as a Maven artifact and need Debian's libaio1 and libnuma1.
 */
final class MySqlServer {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private MySqlServer() {}

    /** @return the JDBC address of the database */
    static String start(Path folder) {
        try {
            Path home = Files.createDirectories(folder.toAbsolutePath().resolve("mysql"));
            unpack(home);
            Path data = home.resolve("data");
            List<String> command = new ArrayList<>(List.of(
                    home.resolve("bin/mysqld").toString(),
                    "--no-defaults",
                    "--datadir=" + data,
                    "--mysqlx=OFF",
                    "--skip-log-bin",
                    "--performance-schema=OFF",
                    "--default-authentication-plugin=mysql_native_password",
                    "--character-set-server=utf8mb4",
                    "--local-infile=1"));
            if ("root".equals(System.getProperty("user.name"))) {
                command.add("--user=root");
            }
            run(home, command, "--initialize-insecure").waitFor();
            int port = Ports.free();
            Process server = run(
                    home,
                    command,
                    "--bind-address=127.0.0.1",
                    "--port=" + port,
                    "--socket=" + home.resolve("mysql.sock"),
                    "--lc-messages-dir=" + home.resolve("share"));
            Runtime.getRuntime().addShutdownHook(new Thread(server::destroy));
            await(server, port, home);
            return "jdbc:mysql://127.0.0.1:" + port
                    + "/siyu?createDatabaseIfNotExist=true&useSSL=false&allowPublicKeyRetrieval=true";
        } catch (IOException e) {
            throw new UncheckedIOException("MySQL does not start", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void unpack(Path home) throws IOException, InterruptedException {
        Path archive = home.resolve("mysql.tar.gz");
        try (InputStream packed = MySqlServer.class.getResourceAsStream("/mysql-Linux-amd64.tar.gz")) {
            Files.copy(packed, archive, StandardCopyOption.REPLACE_EXISTING);
        }
        new ProcessBuilder("tar", "-xzf", archive.toString(), "-C", home.toString())
                .inheritIO()
                .start()
                .waitFor();
    }

    private static Process run(Path home, List<String> command, String... more) throws IOException {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(more));
        return new ProcessBuilder(all)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        home.resolve("mysql.log").toFile()))
                .start();
    }

    private static void await(Process server, int port, Path home) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!listens(port)) {
            if (!server.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("MySQL does not start; see " + home.resolve("mysql.log"));
            }
            TimeUnit.MILLISECONDS.sleep(100);
        }
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }
}
