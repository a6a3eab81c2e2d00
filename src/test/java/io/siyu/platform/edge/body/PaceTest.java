package io.siyu.platform.edge.body;

import org.junit.jupiter.api.Test;

import java.time.Duration;

import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

class PaceTest {
    private static final Duration NOT_SILENT = Duration.ZERO;

    @Test
    void whatIsHeldInMemoryHasToBeThereInTimeHoweverMuchComes() {
        Pace pace = Pace.within(ofSeconds(20));

        assertThat(pace.isKept(ofSeconds(19), ofSeconds(19), 0)).isTrue();
        assertThat(pace.isKept(ofSeconds(20), NOT_SILENT, 1_000_000)).isFalse();
    }

    @Test
    void aFileMayTakeHoursIfItKeepsComing() {
        Pace pace = Pace.steady(ofSeconds(30), 4096);

        assertThat(pace.isKept(ofSeconds(29), NOT_SILENT, 1)).isTrue();
        assertThat(pace.isKept(Duration.ofHours(2), NOT_SILENT, 7200 * 4096L)).isTrue();
    }

    @Test
    void aFileThatIsSilentOrTricklesIsBrokenOff() {
        Pace pace = Pace.steady(ofSeconds(30), 4096);

        assertThat(pace.isKept(ofSeconds(60), ofSeconds(30), 1L << 30)).isFalse();
        assertThat(pace.isKept(ofSeconds(60), NOT_SILENT, 60 * 4096L - 1)).isFalse();
    }
}
