package io.siyu.it;

import io.siyu.platform.embedded.EmbeddedDatabase;
import io.siyu.support.DatabaseServer;
import io.siyu.support.Folders;
import io.siyu.support.PackagedService;
import io.siyu.support.PrivacyKeys;
import io.siyu.support.Waiting;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** What cannot work is refused at the start, with a word and not with a stack. */
class RefusedStartXIT {
    private static final Path FOLDER = Path.of("target/refused-start");
    private static final Path SECRETS = Path.of("target/refused-secrets");
    private static final Path KEYS = Path.of("target/refused-keys");
    private static final String NO_DATABASE = "jdbc:mysql://127.0.0.1:1/siyu";
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @Test
    void whatNobodyCanGuessIsAskedForByTheNameThatAnOperatorGivesIt() throws IOException, InterruptedException {
        String database = "-Dquarkus.datasource.jdbc.url=" + NO_DATABASE;

        assertThat(saidWith()).startsWith("SIYU_DB_URL is not set").hasLineCount(1);
        assertThat(saidWith(database)).startsWith("SIYU_DATA_FOLDER is not set").hasLineCount(1);
        assertThat(saidWith(database, "-Dsiyu.data-folder=" + FOLDER.toAbsolutePath()))
                .startsWith("SIYU_OIDC_URL is not set")
                .hasLineCount(1);
    }

    private static String saidWith(String... options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(List.of(options));
        command.addAll(List.of(
                "-jar",
                Path.of("target/quarkus-app/quarkus-run.jar").toAbsolutePath().toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().keySet().removeIf(name -> name.startsWith("SIYU_") || name.startsWith("QUARKUS_"));
        Process service = builder.start();
        String said = new String(service.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(service.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(service.exitValue()).isEqualTo(1);
        return said.strip();
    }

    @Test
    void aDatabaseThatIsTooOldIsRefused() {
        Folders.delete(FOLDER);
        // So it calls itself.
        String url = EmbeddedDatabase.start(FOLDER, "--version=10.5.22-MariaDB");
        try (PackagedService service =
                new PackagedService("refused", FOLDER, url, List.of("-XX:TieredStopAtLevel=1"), Map.of())) {
            service.launch();
            Waiting.until("the service has ended", PATIENCE, () -> !service.isAlive());

            assertThat(service.log())
                    .contains("Siyu needs MariaDB 10.6 or MySQL 8.0", "10.5.22-MariaDB")
                    .doesNotContain("\tat ");
        } finally {
            endDatabase();
        }
    }

    @Test
    void aSessionSecretThatIsShortOrMissingIsRefused() {
        String short31 = "short".repeat(7).substring(4);
        Map<String, String> people = Map.of("quarkus.oidc.application-type", "hybrid");
        Map<String, String> hasty = Map.of(
                "quarkus.oidc.application-type",
                "hybrid",
                "quarkus.oidc.token-state-manager.encryption-secret",
                short31);
        Folders.delete(SECRETS);

        assertThat(refused(SECRETS, "missing", NO_DATABASE, people).strip())
                .startsWith("SIYU_SESSION_SECRET is not set")
                .hasLineCount(1);
        assertThat(refused(SECRETS, "short", NO_DATABASE, hasty).strip())
                .startsWith("SIYU_SESSION_SECRET is too short")
                .hasLineCount(1)
                .doesNotContain(short31);
    }

    @Test
    void keysThatAreNotTheDatabasesAreRefusedAndRotatedOnesAreNot() {
        String first = PrivacyKeys.newKey(1);
        String second = PrivacyKeys.newKey(2);
        String lookupKey = PrivacyKeys.newLookupKey();
        try (DatabaseServer database = new DatabaseServer(KEYS)) {
            String url = database.url();
            started("first", url, keys(PrivacyKeys.keyset(1, first), lookupKey)).close();

            String foreign = PrivacyKeys.newKey(1);
            assertThat(refused(KEYS, "foreign", url, keys(PrivacyKeys.keyset(1, foreign), lookupKey)))
                    .satisfies(log -> saysOnce(log, "SIYU_PRIVACY_KEYSET is not the keyset"))
                    .doesNotContain(foreign);
            String another = PrivacyKeys.newLookupKey();
            assertThat(refused(KEYS, "another", url, keys(PrivacyKeys.keyset(1, first), another)))
                    .satisfies(log -> saysOnce(log, "SIYU_PRIVACY_LOOKUP_KEY "))
                    .doesNotContain(another);
            assertThat(refused(KEYS, "none", url, keys("{}", lookupKey)))
                    .satisfies(log -> saysOnce(log, "SIYU_PRIVACY_KEYSET is not a Tink keyset"));
            assertThat(refused(KEYS, "no-lookup", url, keys(PrivacyKeys.keyset(1, first), "c2hvcnQ=")))
                    .satisfies(log -> saysOnce(log, "SIYU_PRIVACY_LOOKUP_KEY is not 32 bytes"))
                    .doesNotContain("c2hvcnQ=");

            String nowhere = "jdbc:mysql:"
                    + URI.create(url.substring("jdbc:mysql:".length())).resolve("/nowhere");
            assertThat(refused(KEYS, "nowhere", nowhere, keys(PrivacyKeys.keyset(1, first), lookupKey)))
                    .satisfies(log -> saysOnce(log, "The database lets nobody in by SIYU_DB_URL"));

            try (PackagedService both = started("both", url, keys(PrivacyKeys.keyset(2, first, second), lookupKey))) {
                assertThat(both.isAlive()).isTrue();
                Waiting.until("nothing needs the first key", PATIENCE, () -> isFirstUnused(database));
            }
            started("second", url, keys(PrivacyKeys.keyset(2, second), lookupKey))
                    .close();
            assertThat(refused(KEYS, "before", url, keys(PrivacyKeys.keyset(1, first), lookupKey)))
                    .satisfies(log -> saysOnce(log, "SIYU_PRIVACY_KEYSET is not the keyset"));
        }
    }

    private static Map<String, String> keys(String keyset, String lookupKey) {
        return Map.of("siyu.privacy.keyset", keyset, "siyu.privacy.lookup-key", lookupKey);
    }

    private static PackagedService started(String name, String url, Map<String, String> settings) {
        return new PackagedService(name, KEYS, url, PackagedService.SMALL_AND_SOON_UP, settings).start();
    }

    /** @return what it said until it ended */
    private static String refused(Path folder, String name, String url, Map<String, String> settings) {
        try (PackagedService service =
                new PackagedService(name, folder, url, PackagedService.SMALL_AND_SOON_UP, settings)) {
            service.launch();
            assertThat(service.awaitEnd(PATIENCE)).as(name).isEqualTo(1);
            assertThat(service.log()).doesNotContain("\tat ");
            return service.log();
        }
    }

    private static void saysOnce(String log, String why) {
        assertThat(log.lines().filter(line -> line.contains("SIYU_")))
                .singleElement()
                .asString()
                .startsWith(why);
        assertThat(log.lines().filter(line -> line.contains(" ERROR "))).isEmpty();
    }

    private static boolean isFirstUnused(DatabaseServer database) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("SELECT COUNT(*) FROM privacy_check WHERE kind = 'KEY:1'")) {
            found.next();
            return found.getInt(1) == 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void endDatabase() {
        String ownFolder = "--datadir=" + FOLDER.toAbsolutePath().resolve("mariadb");
        ProcessHandle.allProcesses()
                .filter(p -> Arrays.asList(p.info().arguments().orElse(new String[0]))
                        .contains(ownFolder))
                .forEach(ProcessHandle::destroyForcibly);
    }
}
