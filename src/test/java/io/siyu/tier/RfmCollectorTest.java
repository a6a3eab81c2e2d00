package io.siyu.tier;

import io.siyu.buyer.standing.RfmScale;
import io.siyu.buyer.standing.RfmScore;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import static org.assertj.core.api.Assertions.assertThat;

class RfmCollectorTest {
    private static final LocalDate DAY = LocalDate.of(2026, 6, 1);

    @Property
    void withoutTiesEachScoreHasAFifth(@ForAll @IntRange(min = 1, max = 300) int buyers, @ForAll Random random) {
        List<Integer> values = new ArrayList<>();
        for (int value = 1; value <= buyers; value++) {
            values.add(value);
        }
        Collections.shuffle(values, random);
        int[] sizes = new int[6];
        RfmScale scale = scale(values);
        values.forEach(value -> sizes[score(scale, value).r()]++);
        for (int k = 1; k <= 5; k++) {
            // Ranks up to ⌈k·N/5⌉ have at most the score k.
            assertThat(sizes[k]).isEqualTo((k * buyers + 4) / 5 - ((k - 1) * buyers + 4) / 5);
        }
    }

    @Property
    void equalValuesShareAScoreAndNoFifthBelowItIsTooSmall(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 1, max = 9) Integer> values) {
        RfmScale scale = scale(values);
        assertThat(scale.buyers()).isEqualTo(values.size());
        for (int k = 1; k <= 5; k++) {
            int most = k;
            long upTo = values.stream().filter(v -> score(scale, v).m() <= most).count();
            assertThat(5 * upTo).isGreaterThanOrEqualTo((long) k * values.size());
        }
        for (int value : values) {
            RfmScore score = score(scale, value);
            assertThat(score).isEqualTo(new RfmScore(score.f(), score.f(), score.f()));
        }
    }

    @Test
    void ofNobodyThereIsNoScale() {
        assertThat(new RfmCollector().scale(DAY)).isEmpty();
    }

    private static RfmScale scale(List<Integer> values) {
        RfmCollector collector = new RfmCollector();
        values.forEach(value -> collector.add(DAY.toEpochDay() + value, value, BigDecimal.valueOf(value, 2)));
        return collector.scale(DAY).orElseThrow();
    }

    private static RfmScore score(RfmScale scale, int value) {
        return scale.scoreOf(value, DAY.plusDays(value), BigDecimal.valueOf(value, 2));
    }
}
