package io.siyu.platform.database;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseVersionTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "10.6.0-MariaDB",
                "11.4.5-MariaDB",
                "11.8.2-MariaDB-ubu2404-log",
                "5.5.5-10.11.6-MariaDB-1:10.11.6+maria~deb12",
                "8.0.12",
                "8.0.36-28.1",
                "8.4.3",
                "9.1.0-log",
                "8.0.11-TiDB-v7.5.0",
                "something else"
            })
    void takesWhatItIsMadeFor(String version) {
        assertThat(DatabaseVersion.of(version).isSupported()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "10.5.22-MariaDB, MariaDB",
        "5.5.5-10.3.39-MariaDB-log, MariaDB",
        "5.5.68-MariaDB, MariaDB",
        "5.7.44-log, MySQL",
        "5.6.51, MySQL"
    })
    void refusesWhatIsTooOldWithAWord(String version, String product) {
        DatabaseVersion old = DatabaseVersion.of(version);

        assertThat(old.isSupported()).isFalse();
        assertThat(old.refusal()).contains("MariaDB 10.6", "MySQL 8.0", product, version);
    }
}
