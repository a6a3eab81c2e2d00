package io.siyu.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An endpoint that writes what a claim and a completion write, each in one transaction, and does nothing else: nobody has to
 * log in, nothing is judged, and the answer is a word. On tables like the service's own, in the same database.
 */
final class BareTasks implements AutoCloseable {
    private static final String[] TABLES = {"task", "task_event", "contact"};
    private static final int THREADS = 50;

    private final Stage stage;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    private final BlockingQueue<BareSteps> connections = new ArrayBlockingQueue<>(THREADS);
    private final HttpServer server;

    static {
        // Otherwise the server's answers wait for the client's acknowledgements.
        System.setProperty("sun.net.httpserver.nodelay", "true");
    }

    BareTasks(Stage stage, String shop) throws SQLException, IOException {
        this.stage = stage;
        try (Statement statement = stage.connection().createStatement()) {
            for (String table : TABLES) {
                statement.executeUpdate("DROP TABLE IF EXISTS bench_" + table);
                statement.executeUpdate("CREATE TABLE bench_" + table + " LIKE " + table);
            }
        }
        for (int i = 0; i < THREADS; i++) {
            connections.add(new BareSteps(stage.connect(), shop));
        }
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/tasks/", this::answer);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Takes the open tasks over as they are, instead of those that it had. */
    void copyOpen(String shop) throws SQLException {
        try (Statement statement = stage.connection().createStatement()) {
            for (String table : TABLES) {
                statement.executeUpdate("TRUNCATE TABLE bench_" + table);
            }
            statement.executeUpdate(
                    "INSERT INTO bench_task SELECT * FROM task WHERE status = 'OPEN' AND shop_id = " + shop);
            statement.execute("ANALYZE TABLE bench_task");
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String[] path = exchange.getRequestURI().getPath().split("/");
        boolean isDone = step(Long.parseLong(path[2]), path[3]);
        byte[] word = "{}".getBytes(StandardCharsets.US_ASCII);
        exchange.sendResponseHeaders(isDone ? 200 : 409, word.length);
        exchange.getResponseBody().write(word);
        exchange.close();
    }

    private boolean step(long task, String what) {
        try {
            BareSteps steps = connections.take();
            try {
                return what.equals("claim") ? steps.claim(task) : steps.complete(task);
            } finally {
                connections.add(steps);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws SQLException {
        server.stop(0);
        threads.shutdownNow();
        for (BareSteps steps : connections) {
            steps.close();
        }
        try (Statement statement = stage.connection().createStatement()) {
            for (String table : TABLES) {
                statement.executeUpdate("DROP TABLE bench_" + table);
            }
        }
    }
}
