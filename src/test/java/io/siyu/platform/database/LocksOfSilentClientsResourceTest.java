package io.siyu.platform.database;

import com.mysql.cj.jdbc.JdbcStatement;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.support.Database;
import io.siyu.support.TcpProxy;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.InputStream;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;

import static org.assertj.core.api.Assertions.assertThatCode;

/** What a replica holds whose packets no longer arrive is free soon, in whatever statement it was. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class LocksOfSilentClientsResourceTest {
    private static final Duration SOON = Duration.ofSeconds(45);

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.datasource.username")
    String user;

    @ConfigProperty(name = "quarkus.datasource.jdbc.additional-jdbc-properties.sessionVariables")
    String session;

    private final CountDownLatch someHasCome = new CountDownLatch(1);

    @AfterEach
    void dropTable() throws SQLException {
        try (Connection connection = connect(url)) {
            execute(connection, "DROP TABLE IF EXISTS silent_client");
        }
    }

    @Test
    void whoFellSilentWhileItLoadedRowsHoldsNoLocksForLong() throws Exception {
        URI address = URI.create(url.substring("jdbc:".length()));
        try (TcpProxy network = new TcpProxy(address.getPort());
                Connection other = connect(url);
                Connection silent = connect(url.replace(":" + address.getPort(), ":" + network.port()))) {
            execute(other, "CREATE TABLE silent_client (id BIGINT PRIMARY KEY, amount INT NOT NULL)");
            execute(other, "INSERT INTO silent_client VALUES (0, 0)");
            silent.setAutoCommit(false);
            execute(silent, "UPDATE silent_client SET amount = 1 WHERE id = 0");
            Thread loading = new Thread(() -> load(silent), "loading");
            loading.setDaemon(true);
            loading.start();
            someHasCome.await();

            network.goSilent();

            execute(other, "SET innodb_lock_wait_timeout = " + SOON.toSeconds());
            assertThatCode(() -> execute(other, "UPDATE silent_client SET amount = 2 WHERE id = 0"))
                    .doesNotThrowAnyException();
            silent.abort(Runnable::run);
        }
    }

    private void load(Connection connection) {
        try (Statement statement = connection.createStatement()) {
            statement.unwrap(JdbcStatement.class).setLocalInfileInputStream(new EndlessRows());
            statement.execute("LOAD DATA LOCAL INFILE 'rows' INTO TABLE silent_client");
        } catch (SQLException aborted) {
            someHasCome.countDown();
        }
    }

    private Connection connect(String address) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("sessionVariables", session);
        properties.setProperty("allowLoadLocalInfile", "true");
        return DriverManager.getConnection(address, properties);
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** A row at a time, for as long as somebody reads. */
    private final class EndlessRows extends InputStream {
        private static final int ENOUGH = 10_000;

        private byte[] row = {};
        private int at;
        private int rows;

        @Override
        public int read() {
            if (at == row.length) {
                row = (++rows + "\t0\n").getBytes(java.nio.charset.StandardCharsets.US_ASCII);
                at = 0;
                if (rows == ENOUGH) {
                    someHasCome.countDown();
                }
            }
            return row[at++];
        }
    }
}
