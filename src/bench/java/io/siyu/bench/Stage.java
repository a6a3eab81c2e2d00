package io.siyu.bench;

import com.fasterxml.jackson.databind.JsonNode;
import io.siyu.platform.embedded.EmbeddedDatabase;
import io.siyu.support.Client;
import io.siyu.support.Folders;
import io.siyu.support.MadeOrders;
import io.siyu.support.PackagedService;
import io.siyu.support.TaobaoFile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged application with half a gigabyte of heap, and the embedded database with nothing in it. */
final class Stage implements AutoCloseable {
    static final int ORDERS = Integer.getInteger("bench.orders", 1_000_000);
    static final int BUYERS = Integer.getInteger("bench.buyers", 200_000);
    static final long SEED = 20_261_122;

    /** As large as a small server of its own has it for a shop of five million orders; both sides of every ratio run on it. */
    private static final String[] SERVER = {"--innodb-buffer-pool-size=4G", "--innodb-log-file-size=1G"};

    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final int WARM_UP = 100_000;

    private final Path folder;
    private final Path gcLog;
    private final String database;
    private final PackagedService service;
    private final Connection connection;

    /** An import that is over, and how long it took from the start of the upload. */
    record Imported(JsonNode job, double seconds) {
        long count(String group, String what) {
            return job.get(group).get(what).asLong();
        }
    }

    Stage(String name) {
        folder = Path.of("target/bench", name);
        Folders.delete(folder);
        gcLog = folder.resolve("gc.log").toAbsolutePath();
        database = EmbeddedDatabase.start(folder, SERVER);
        service = new PackagedService(
                name,
                folder,
                database,
                List.of("-Xmx512m", "-XX:G1HeapRegionSize=4m", "-Xlog:gc:file=" + gcLog),
                Map.of());
        service.start();
        try {
            connection = connect();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        warmUp();
    }

    Client client() {
        return service.client();
    }

    Phone phone(String user) {
        return new Phone(service.address() + "/api/v1", user);
    }

    Connection connection() {
        return connection;
    }

    /** One more. */
    Connection connect() throws SQLException {
        return DriverManager.getConnection(
                database + "&allowLoadLocalInfile=true&rewriteBatchedStatements=true", "root", "");
    }

    Path folder() {
        return folder;
    }

    Heap heap() {
        return Heap.of(gcLog);
    }

    Imported importFile(String shop, Path file) {
        long start = System.nanoTime();
        String id = client().upload(shop, file);
        JsonNode job = client().finished(id, PATIENCE);
        double seconds = (System.nanoTime() - start) / 1e9;
        assertThat(job.get("status").asText()).as(job.toString()).isEqualTo("DONE");
        return new Imported(job, seconds);
    }

    /** Like a service that has been up for a while: its code is compiled. */
    private void warmUp() {
        Path file =
                TaobaoFile.write(folder.resolve("warm-up.csv"), new MadeOrders(1, WARM_UP, WARM_UP / 5), 0, WARM_UP);
        importFile(client().createShop("Warm-up"), file);
        delete(file);
    }

    long count(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            results.next();
            return results.getLong(1);
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    static void delete(Path file) {
        try {
            Files.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        service.close();
    }
}
