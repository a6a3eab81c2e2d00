package io.siyu.it;

import io.siyu.platform.embedded.EmbeddedDatabase;
import io.siyu.support.Folders;
import io.siyu.support.PackagedService;
import io.siyu.support.Waiting;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** What cannot work is refused at the start, with a word and not with a stack. */
class RefusedStartXIT {
    private static final Path FOLDER = Path.of("target/refused-start");
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Test
    void withoutADatabaseItSaysWhichSettingIsMissing() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        "-jar",
                        Path.of("target/quarkus-app/quarkus-run.jar")
                                .toAbsolutePath()
                                .toString())
                .redirectErrorStream(true);
        builder.environment().remove("SIYU_DB_URL");
        builder.environment().remove("QUARKUS_DATASOURCE_JDBC_URL");
        Process service = builder.start();
        String said = new String(service.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(service.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(service.exitValue()).isEqualTo(1);
        assertThat(said.strip()).startsWith("SIYU_DB_URL is not set").hasLineCount(1);
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

    private static void endDatabase() {
        String ownFolder = "--datadir=" + FOLDER.toAbsolutePath().resolve("mariadb");
        ProcessHandle.allProcesses()
                .filter(p -> Arrays.asList(p.info().arguments().orElse(new String[0]))
                        .contains(ownFolder))
                .forEach(ProcessHandle::destroyForcibly);
    }
}
