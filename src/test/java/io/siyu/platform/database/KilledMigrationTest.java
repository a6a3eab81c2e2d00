package io.siyu.platform.database;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.support.Database;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** Wherever a migration was killed, the next start goes on and ends with the same schema. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class KilledMigrationTest {
    private static final Path MIGRATIONS = Path.of("db/migration");

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @TempDir
    Path nothing;

    private List<String> undisturbed;

    @BeforeEach
    void migrateUndisturbed() throws SQLException {
        createEmpty("undisturbed");
        flyway("undisturbed", "latest").migrate();
        try (Connection connection = connect("undisturbed")) {
            undisturbed = SchemaFacts.of(connection);
        }
    }

    @AfterEach
    void drop() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "root", "");
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS undisturbed");
            statement.execute("DROP DATABASE IF EXISTS killed");
        }
    }

    @Test
    void eachStatementMayRunTwice() throws Exception {
        createEmpty("killed");
        flyway("killed", "latest").migrate();
        try (Connection connection = connect("killed")) {
            for (Path file : files()) {
                execute(connection, statements(file));
            }
        }

        assertThatTheSchemaIsWhole();
    }

    @Test
    void goesOnWhereAProcessWasKilled() throws Exception {
        createEmpty("killed");
        beginToMigrate();
        for (Path file : files()) {
            List<String> statements = statements(file);
            try (Connection connection = connect("killed")) {
                execute(connection, statements.subList(0, (statements.size() + 1) / 2));
            }
            flyway("killed", version(file)).migrate();
        }

        assertThatTheSchemaIsWhole();
    }

    @Test
    void goesOnWhereTheDatabaseWasLostAndTheFailureNoted() throws Exception {
        createEmpty("killed");
        beginToMigrate();
        for (Path file : files()) {
            List<String> statements = statements(file);
            try (Connection connection = connect("killed")) {
                execute(connection, statements.subList(0, (statements.size() + 1) / 2));
                noteFailure(connection, file);
            }
            flyway("killed", version(file)).migrate();
        }

        assertThatTheSchemaIsWhole();
        assertThat(flyway("killed", "latest").info().applied())
                .hasSameSizeAs(files())
                .allMatch(applied -> applied.getState() == MigrationState.SUCCESS);
    }

    @Test
    void refusesWhatWasChangedAfterItWasApplied() throws Exception {
        createEmpty("killed");
        flyway("killed", "latest").migrate();
        try (Connection connection = connect("killed")) {
            execute(connection, List.of("UPDATE flyway_schema_history SET checksum = checksum + 1"));
        }

        assertThatThrownBy(() -> flyway("killed", "latest").migrate()).hasMessageContaining("checksum mismatch");
    }

    private void assertThatTheSchemaIsWhole() throws SQLException {
        try (Connection connection = connect("killed")) {
            assertThat(SchemaFacts.of(connection)).isEqualTo(undisturbed);
        }
    }

    /** As Flyway does when a statement fails and it still, or again, reaches the database. */
    private void noteFailure(Connection connection, Path file) throws SQLException {
        MigrationInfo next = Arrays.stream(flyway("killed", "latest").info().pending())
                .filter(info -> info.getVersion().equals(MigrationVersion.fromVersion(version(file))))
                .findFirst()
                .orElseThrow();
        execute(
                connection,
                List.of(
                        "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script, checksum,"
                                + " installed_by, execution_time, success)"
                                + " SELECT COALESCE(MAX(installed_rank), 0) + 1, '" + next.getVersion() + "', '"
                                + next.getDescription()
                                + "', 'SQL', '" + next.getScript() + "', " + next.getChecksum()
                                + ", 'root', 1, 0 FROM flyway_schema_history"));
    }

    /** Makes Flyway's own table, and nothing else, as it does before the first migration. */
    private void beginToMigrate() {
        Flyway.configure()
                .dataSource(urlOf("killed"), "root", "")
                .locations("filesystem:" + nothing)
                .load()
                .migrate();
    }

    private Flyway flyway(String schema, String target) {
        return Flyway.configure()
                .dataSource(urlOf(schema), "root", "")
                .locations("filesystem:" + MIGRATIONS)
                .target(target)
                .callbacks(new FailedMigrations())
                .load();
    }

    private void createEmpty(String schema) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "root", "");
                Statement statement = connection.createStatement()) {
            statement.execute("DROP DATABASE IF EXISTS " + schema);
            statement.execute("CREATE DATABASE " + schema);
        }
    }

    private Connection connect(String schema) throws SQLException {
        return DriverManager.getConnection(urlOf(schema), "root", "");
    }

    private String urlOf(String schema) {
        return url.replaceFirst("/siyu\\?", "/" + schema + "?");
    }

    private static void execute(Connection connection, List<String> statements) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String text : statements) {
                statement.execute(text);
            }
        }
    }

    private static String version(Path file) {
        return file.getFileName().toString().replaceFirst("^V(\\d+)__.*", "$1");
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            return files.sorted().toList();
        }
    }

    private static List<String> statements(Path file) throws IOException {
        String text = Files.readString(file, StandardCharsets.UTF_8).replaceAll("(?m)^\\s*--.*$", "");
        return Arrays.stream(text.split(";\\s*(\\n|$)"))
                .map(String::strip)
                .filter(statement -> !statement.isEmpty())
                .toList();
    }
}
