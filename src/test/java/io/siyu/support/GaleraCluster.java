package io.siyu.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * MariaDB servers of Debian's packages that are one Galera cluster, each on an address of the loopback network. Started by
 * root they run as the packages' user {@code mysql}, whose data cannot lie below a home folder of root's; a new node
 * gets its data from another one by rsync.
 */
public final class GaleraCluster implements AutoCloseable {
    private static final Path SERVER = Path.of("/usr/sbin/mariadbd");
    private static final Path INSTALLER = Path.of("/usr/bin/mariadb-install-db");
    private static final Path PROVIDER = Path.of("/usr/lib/galera/libgalera_smm.so");
    private static final Path RSYNC = Path.of("/usr/bin/rsync");
    private static final String USER = "mysql";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path logs;
    private final Path home;
    private final List<Node> nodes;

    /** @param logs where the servers write what they have to say; what was there before is deleted */
    public GaleraCluster(Path logs, int size) {
        this.logs = logs;
        try {
            Folders.delete(logs);
            Files.createDirectories(logs);
            home = Files.createTempDirectory("siyu-galera");
            Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        nodes = IntStream.rangeClosed(1, size).mapToObj(Node::new).toList();
        start();
    }

    /** Which of the programs are not on this machine. */
    public static List<Path> missing() {
        return Stream.of(SERVER, INSTALLER, PROVIDER, RSYNC)
                .filter(file -> !Files.exists(file))
                .toList();
    }

    private void start() {
        Node first = nodes.get(0);
        first.install();
        first.launch("gcomm://");
        first.awaitSynced();
        first.execute("CREATE DATABASE siyu CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
        for (Node node : nodes.subList(1, nodes.size())) {
            node.launch(group());
            node.awaitSynced();
        }
    }

    private String group() {
        return nodes.stream()
                .map(node -> node.address + ":" + node.groupPort)
                .collect(Collectors.joining(",", "gcomm://", ""));
    }

    public Node node(int place) {
        return nodes.get(place);
    }

    public List<Node> nodes() {
        return nodes;
    }

    @Override
    public void close() {
        nodes.forEach(Node::kill);
        Folders.delete(home);
    }

    /** One of its servers. */
    public final class Node {
        private final String name;
        private final String address;
        private final int port = Ports.free();
        private final int groupPort = Ports.free();
        private final int transferPort = Ports.free();
        private final int incrementPort = Ports.free();
        private final Path data;
        private final Path log;
        private Process process;

        private Node(int number) {
            name = "node" + number;
            address = "127.0.0.1" + number;
            log = logs.resolve(name + ".log");
            data = home.resolve(name);
            try {
                Files.createDirectory(data);
                if (isRoot()) {
                    Files.setOwner(
                            data,
                            data.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        public InetSocketAddress socket() {
            return new InetSocketAddress(address, port);
        }

        /** @param parameters such as {@code &sessionVariables=…} */
        public Connection connect(String parameters) {
            try {
                return DriverManager.getConnection(url() + parameters, "root", "");
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }

        public String url() {
            return "jdbc:mysql://" + address + ":" + port + "/siyu?useSSL=false&allowPublicKeyRetrieval=true";
        }

        public boolean isAlive() {
            return process.isAlive();
        }

        /** As a power cut does. */
        public void kill() {
            if (process != null) {
                process.destroyForcibly();
                process.onExit().join();
            }
        }

        /** Starts it on what it had, and waits until it has what the others have. */
        public void startAgain() {
            launch(group());
            awaitSynced();
        }

        /** Waits until it has what the others have. */
        public void awaitSynced() {
            Waiting.until(name + " is synced; see " + log, PATIENCE, () -> {
                if (!process.isAlive()) {
                    throw new IllegalStateException(name + " ended by itself; see " + log);
                }
                return "Synced".equals(state());
            });
        }

        /** A figure of SHOW STATUS. */
        public long count(String name) {
            return Long.parseLong(status(name));
        }

        public void execute(String statement) {
            try (Connection connection = DriverManager.getConnection(urlWithoutSchema(), "root", "");
                    Statement executed = connection.createStatement()) {
                executed.execute(statement);
            } catch (SQLException e) {
                throw new IllegalStateException(statement, e);
            }
        }

        /** What all sessions have from now on: those that there are must come back. */
        public void setSyncWait(int mask) {
            execute("SET GLOBAL wsrep_sync_wait = " + mask);
            for (String id :
                    column("SELECT id FROM information_schema.processlist WHERE db = 'siyu' AND user = 'root'")) {
                try {
                    execute("KILL " + id);
                } catch (IllegalStateException e) {
                    System.out.println("It has just ended: " + e.getCause().getMessage());
                }
            }
        }

        private List<String> column(String query) {
            try (Connection connection = DriverManager.getConnection(urlWithoutSchema(), "root", "");
                    Statement statement = connection.createStatement();
                    ResultSet rows = statement.executeQuery(query)) {
                List<String> texts = new ArrayList<>();
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
                return texts;
            } catch (SQLException e) {
                throw new IllegalStateException(query, e);
            }
        }

        private String status(String name) {
            try (Connection connection = DriverManager.getConnection(urlWithoutSchema(), "root", "");
                    Statement statement = connection.createStatement();
                    ResultSet status = statement.executeQuery("SHOW GLOBAL STATUS LIKE '" + name + "'")) {
                return status.next() ? status.getString(2) : "";
            } catch (SQLException e) {
                throw new IllegalStateException(name, e);
            }
        }

        private String state() {
            try {
                return status("wsrep_local_state_comment");
            } catch (IllegalStateException e) {
                // Not yet.
                return "";
            }
        }

        private String urlWithoutSchema() {
            return url().replace("/siyu?", "/?");
        }

        private void install() {
            List<String> command = new ArrayList<>(List.of(
                    INSTALLER.toString(),
                    "--no-defaults",
                    "--datadir=" + data,
                    "--auth-root-authentication-method=normal",
                    "--skip-test-db"));
            addUser(command);
            if (run(command).onExit().join().exitValue() != 0) {
                throw new IllegalStateException("The database is not installed; see " + log);
            }
        }

        private void launch(String group) {
            List<String> command = new ArrayList<>(List.of(
                    SERVER.toString(),
                    "--no-defaults",
                    "--datadir=" + data,
                    "--socket=" + data.resolve("socket"),
                    "--pid-file=" + data.resolve("pid"),
                    "--bind-address=" + address,
                    "--port=" + port,
                    "--character-set-server=utf8mb4",
                    "--collation-server=utf8mb4_unicode_ci",
                    "--local-infile=1",
                    "--max-connections=200",
                    "--innodb-buffer-pool-size=192M",
                    // A node that loses what it had committed last gets it from the others again.
                    "--innodb-flush-log-at-trx-commit=2",
                    "--innodb-autoinc-lock-mode=2",
                    "--binlog-format=ROW",
                    "--wsrep-on=ON",
                    "--wsrep-provider=" + PROVIDER,
                    "--wsrep-cluster-name=siyu",
                    "--wsrep-cluster-address=" + group,
                    "--wsrep-node-name=" + name,
                    "--wsrep-node-address=" + address + ":" + groupPort,
                    "--wsrep-slave-threads=2",
                    "--wsrep-sst-method=rsync",
                    "--wsrep-sst-receive-address=" + address + ":" + transferPort,
                    "--wsrep-provider-options=gcache.size=128M"
                            + ";gmcast.listen_addr=tcp://" + address + ":" + groupPort
                            + ";ist.recv_addr=" + address + ":" + incrementPort
                            + ";ist.recv_bind=" + address + ":" + incrementPort));
            addUser(command);
            process = run(command);
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        }

        private void addUser(List<String> command) {
            if (isRoot()) {
                command.add("--user=" + USER);
            }
        }

        private Process run(List<String> command) {
            try {
                return new ProcessBuilder(command)
                        .directory(data.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                        .start();
            } catch (IOException e) {
                throw new UncheckedIOException(name + " does not start", e);
            }
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
