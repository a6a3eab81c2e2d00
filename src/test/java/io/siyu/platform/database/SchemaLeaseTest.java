package io.siyu.platform.database;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.support.Database;
import io.siyu.support.Waiting;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.internal.jdbc.DriverDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Who migrates has a row to itself, which the nodes of a cluster share, and gives it back. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class SchemaLeaseTest {
    private static final String SCHEMA = "leased";

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @TempDir
    Path migrations;

    @BeforeEach
    void createEmpty() throws SQLException, IOException {
        execute("", "DROP DATABASE IF EXISTS " + SCHEMA);
        execute("", "CREATE DATABASE " + SCHEMA);
        Files.writeString(migrations.resolve("V1__first.sql"), "CREATE TABLE first_ (id INT PRIMARY KEY);");
    }

    @AfterEach
    void drop() throws SQLException {
        execute("", "DROP DATABASE IF EXISTS " + SCHEMA);
    }

    @Test
    void isFreeAfterwards() throws SQLException {
        flyway().migrate();

        assertThat(count("SELECT COUNT(*) FROM schema_lease WHERE lease_owner IS NULL AND lease_until IS NULL"))
                .isEqualTo(1);
        assertThat(flyway().migrate().migrationsExecuted).isZero();
    }

    @Test
    void isFreeAfterAMigrationThatFails() throws SQLException, IOException {
        Files.writeString(migrations.resolve("V2__wrong.sql"), "CREATE TABEL second_ (id INT);");

        assertThatThrownBy(() -> flyway().migrate()).isInstanceOf(FlywayException.class);
        assertThat(count("SELECT COUNT(*) FROM schema_lease WHERE lease_owner IS NULL"))
                .isEqualTo(1);
    }

    @Test
    void waitsForWhoeverHasIt() throws SQLException, IOException {
        flyway().migrate();
        execute(
                SCHEMA,
                "UPDATE schema_lease SET lease_owner = 'other', lease_until = UTC_TIMESTAMP(6) + INTERVAL 1 HOUR");
        Files.writeString(migrations.resolve("V2__second.sql"), "CREATE TABLE second_ (id INT PRIMARY KEY);");

        CompletableFuture<Void> migrating = CompletableFuture.runAsync(() -> flyway().migrate());
        Waiting.pause(Duration.ofSeconds(2));
        assertThat(migrating).isNotDone();
        assertThat(count("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = '" + SCHEMA
                        + "' AND table_name = 'second_'"))
                .isZero();

        // It died.
        execute(SCHEMA, "UPDATE schema_lease SET lease_until = UTC_TIMESTAMP(6) - INTERVAL 1 SECOND");
        migrating.join();
        assertThat(count("SELECT COUNT(*) FROM second_")).isZero();
    }

    private Flyway flyway() {
        DriverDataSource source =
                new DriverDataSource(Thread.currentThread().getContextClassLoader(), null, urlOf(SCHEMA), "root", "");
        return Flyway.configure()
                .dataSource(source)
                .locations("filesystem:" + migrations)
                .callbacks(new SchemaLease(source))
                .load();
    }

    private long count(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection(urlOf(SCHEMA), "root", "");
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery(query)) {
            count.next();
            return count.getLong(1);
        }
    }

    private void execute(String schema, String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(schema.isEmpty() ? url : urlOf(schema), "root", "");
                Statement executed = connection.createStatement()) {
            executed.execute(statement);
        }
    }

    private String urlOf(String schema) {
        return url.replaceFirst("/siyu\\?", "/" + schema + "?");
    }
}
