package io.siyu.operations;

import io.siyu.support.DatabaseServer;
import io.siyu.support.Folders;
import io.siyu.support.Script;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

import static org.assertj.core.api.Assertions.assertThat;

/** Backs up a database with rows in every table and a data folder, and restores both elsewhere. */
class BackupTest {
    private static final Path HOME = Path.of("target/backup-test").toAbsolutePath();
    /** Which the embedded server does not ask for, but the client has to read it from its file. */
    private static final String PASSWORD = "it's \"quoted\" \\ 密码";

    private static final String KEYSET = "keyset-of-this-test";

    private static DatabaseServer full;
    private static DatabaseServer empty;

    private final Path data = HOME.resolve("data");
    private final Path restored = HOME.resolve("restored");
    private final Path backups = HOME.resolve("backups");

    @BeforeAll
    static void start() throws SQLException {
        Folders.delete(HOME);
        full = new DatabaseServer(HOME.resolve("full"));
        empty = new DatabaseServer(HOME.resolve("empty"));
        Flyway.configure()
                .dataSource(full.url(), "root", "")
                .locations("filesystem:db/migration")
                .load()
                .migrate();
        try (Connection connection = full.connect()) {
            FilledTables.fill(connection);
        }
    }

    @AfterAll
    static void end() {
        full.close();
        empty.close();
    }

    @BeforeEach
    void begin() throws IOException, SQLException {
        for (Path folder : List.of(data, restored, backups)) {
            Folders.delete(folder);
        }
        write("materials/7/1", new byte[] {0, 1, 2, (byte) 0xff});
        write("materials/7/2", "七夕".getBytes(StandardCharsets.UTF_8));
        write("intake/42.csv", "order\n".getBytes(StandardCharsets.UTF_8));
        write("arriving/half", "an upload that never came in".getBytes(StandardCharsets.UTF_8));
        write("privacy-keyset.json", KEYSET.getBytes(StandardCharsets.UTF_8));
        // Over one connection: the address that a new one goes to makes the database.
        execute(empty, "DROP DATABASE siyu", "CREATE DATABASE siyu CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci");
    }

    @Test
    void whatIsRestoredIsWhatWasBackedUp() throws SQLException, IOException {
        Path backup = backUp();

        Script.Outcome outcome = restore(backup);

        assertThat(outcome.status()).as(outcome.output()).isZero();
        Map<String, String> before = sums(full);
        assertThat(before)
                .hasSizeGreaterThan(40)
                .allSatisfy((table, sum) -> assertThat(sum).as(table).doesNotStartWith("0 "));
        assertThat(sums(empty)).isEqualTo(before);
        assertThat(files(restored)).containsOnlyKeys("materials/7/1", "materials/7/2", "intake/42.csv");
        assertThat(files(data)).containsAllEntriesOf(files(restored));
    }

    @Test
    void theKeysAreNotInIt() throws IOException {
        Path backup = backUp();

        try (Stream<Path> all = Files.list(backup)) {
            assertThat(all.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("database.sql.gz", "data.tar.gz", "SHA256SUMS");
        }
        for (String archive : List.of("database.sql.gz", "data.tar.gz")) {
            try (InputStream plain = new GZIPInputStream(Files.newInputStream(backup.resolve(archive)))) {
                assertThat(new String(plain.readAllBytes(), StandardCharsets.UTF_8))
                        .doesNotContain(KEYSET);
            }
        }
    }

    @Test
    void aDatabaseOrFolderThatIsNotEmptyIsLeftAlone() throws SQLException, IOException {
        Path backup = backUp();
        execute(empty, "CREATE TABLE siyu.precious (id BIGINT PRIMARY KEY)");

        Script.Outcome intoTables = restore(backup);

        assertThat(intoTables.status()).isEqualTo(4);
        assertThat(intoTables.output()).contains("has 1 tables");
        assertThat(sums(empty)).containsOnlyKeys("precious");
        assertThat(restored).satisfiesAnyOf(folder -> assertThat(folder).doesNotExist(), folder -> assertThat(folder)
                .isEmptyDirectory());

        execute(empty, "DROP TABLE siyu.precious");
        Files.createDirectories(restored);
        Files.writeString(restored.resolve("mine"), "mine");
        assertThat(restore(backup).status()).isEqualTo(4);
        assertThat(sums(empty)).isEmpty();
        assertThat(files(restored)).containsOnlyKeys("mine");
    }

    @Test
    void aDamagedBackupIsNotBegunWith() throws IOException, SQLException {
        Path backup = backUp();
        byte[] bytes = Files.readAllBytes(backup.resolve("data.tar.gz"));
        bytes[bytes.length / 2] ^= 1;
        Files.write(backup.resolve("data.tar.gz"), bytes);

        assertThat(restore(backup).status()).isEqualTo(3);
        assertThat(sums(empty)).isEmpty();
    }

    @Test
    void aDumpThatFailsLeavesNoBackup() throws IOException {
        Map<String, String> wrong = new TreeMap<>(settings(full, data));
        wrong.put("SIYU_DB_URL", full.url().replace("/siyu?", "/no_such_database?"));

        Script.Outcome outcome = Script.run(wrong, "docker/backup.sh", backups.toString());

        assertThat(outcome.status()).isNotZero();
        assertThat(outcome.output()).doesNotContain("complete");
        try (Stream<Path> left = Files.list(backups)) {
            assertThat(left).isEmpty();
        }
    }

    /** Such as that of a login server, of which only the database is backed up. */
    @Test
    void aFolderMayBeEmpty() throws IOException {
        Path nothing = Files.createDirectories(HOME.resolve("nothing"));

        Script.Outcome outcome = Script.run(settings(full, nothing), "docker/backup.sh", backups.toString());

        assertThat(outcome.status()).as(outcome.output()).isZero();
    }

    @Test
    void olderBackupsGoOnceANewOneIsComplete() throws IOException {
        Path old = Files.createDirectories(backups.resolve("siyu-20200101T000000Z"));
        Path other = Files.createDirectories(backups.resolve("of-somebody-else"));
        for (Path folder : List.of(old, other)) {
            Files.setLastModifiedTime(folder, java.nio.file.attribute.FileTime.fromMillis(0));
        }
        Map<String, String> settings = new TreeMap<>(settings(full, data));
        settings.put("SIYU_BACKUP_DAYS", "14");

        Script.Outcome outcome = Script.run(settings, "docker/backup.sh", backups.toString());

        assertThat(outcome.status()).as(outcome.output()).isZero();
        assertThat(old).doesNotExist();
        assertThat(other).exists();
    }

    private Path backUp() throws IOException {
        Script.Outcome outcome = Script.run(settings(full, data), "docker/backup.sh", backups.toString());
        assertThat(outcome.status()).as(outcome.output()).isZero();
        try (Stream<Path> made = Files.list(backups)) {
            return made.findFirst().orElseThrow();
        }
    }

    private Script.Outcome restore(Path backup) {
        return Script.run(settings(empty, restored), "docker/restore.sh", backup.toString());
    }

    private static Map<String, String> settings(DatabaseServer server, Path folder) {
        return Map.of(
                "PATH",
                server.binaries() + ":" + System.getenv("PATH"),
                "SIYU_DB_URL",
                server.url(),
                "SIYU_DB_USER",
                "root",
                "SIYU_DB_PASSWORD",
                PASSWORD,
                "SIYU_DB_OPTIONS",
                "--skip-ssl",
                "SIYU_DATA_FOLDER",
                folder.toString(),
                "SIYU_PRIVACY_KEYSET",
                KEYSET);
    }

    private void write(String name, byte[] bytes) throws IOException {
        Path file = data.resolve(name);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    private static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        folder.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    /** By table how many rows it has, and their checksum. */
    private static Map<String, String> sums(DatabaseServer server) throws SQLException {
        Map<String, String> sums = new TreeMap<>();
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            for (String table : FilledTables.names(connection)) {
                List<String> facts = new ArrayList<>();
                for (String query :
                        List.of("SELECT COUNT(*) FROM `" + table + "`", "CHECKSUM TABLE `" + table + "` EXTENDED")) {
                    try (ResultSet result = statement.executeQuery(query)) {
                        result.next();
                        facts.add(result.getString(result.getMetaData().getColumnCount()));
                    }
                }
                sums.put(table, String.join(" ", facts));
            }
        }
        return sums;
    }

    private static void execute(DatabaseServer server, String... statements) throws SQLException {
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
