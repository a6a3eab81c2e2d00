package io.siyu.privacy.erasure;

import io.siyu.platform.privacy.search.SearchedPlace.Step;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class PlaceProgressTest {
    private static final Instant NOW = Instant.parse("2026-05-01T08:00:00Z");

    @Test
    void waitsGrowWithEachFailureUpToSixHours() {
        List<Duration> waits = new ArrayList<>();
        PlaceProgress progress = PlaceProgress.begin("somewhere");
        for (int i = 0; i < 100; i++) {
            progress = progress.failed(ErasureObstacle.FILE, NOW);
            waits.add(Duration.between(NOW, progress.nextAt()));
        }
        assertThat(waits.subList(0, 4))
                .containsExactly(
                        Duration.ofMinutes(1), Duration.ofMinutes(2), Duration.ofMinutes(4), Duration.ofMinutes(8));
        assertThat(waits).isSorted().endsWith(Duration.ofHours(6));
        assertThat(progress.isDue(NOW.plus(Duration.ofHours(6)))).isTrue();
        assertThat(progress.isDue(NOW.plus(Duration.ofHours(5)))).isFalse();
    }

    @Test
    void aFailureLosesNothingAndASuccessForgetsIt() {
        PlaceProgress some = PlaceProgress.begin("somewhere").after(new Step("17", 100, 3, List.of("18", "19")));
        PlaceProgress failed = some.failed(ErasureObstacle.DATABASE, NOW);
        assertThat(failed.checkpoint()).isEqualTo("17");
        PlaceProgress end = failed.after(new Step(null, 20, 1, List.of("20")));
        assertThat(end)
                .isEqualTo(new PlaceProgress(
                        "somewhere", null, true, 120, 4, 3, List.of("18", "19", "20"), 0, null, null));
        assertThat(end.isDue(NOW)).isFalse();
        assertThat(end.again().isDue(NOW)).isTrue();
    }

    @Test
    void theDatabasesTroubleIsNoFailureAndSoonTriedAgain() {
        PlaceProgress away = PlaceProgress.begin("somewhere").interrupted(NOW).interrupted(NOW);
        assertThat(away.failures()).isZero();
        assertThat(away.isDue(NOW)).isFalse();
        assertThat(away.isDue(NOW.plusSeconds(5))).isTrue();
    }
}
