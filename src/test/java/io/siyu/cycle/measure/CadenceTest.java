package io.siyu.cycle.measure;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

import static org.assertj.core.api.Assertions.assertThat;

class CadenceTest {
    private static final List<Integer> LADDER = List.of(7, 15, 30, 60, 90);

    @Test
    void saysWhichStepItTookAndWhy() {
        Cadence cadence = Cadence.of(new MeanCycle(CycleBasis.BUYERS, 200, 10), new BigDecimal("1.5"), LADDER);

        assertThat(cadence.days()).isEqualTo(30);
        assertThat(cadence.step()).isEqualTo(3);
        assertThat(cadence.wantedDays()).isEqualByComparingTo("30");
        assertThat(cadence.reason()).isEqualTo(CadenceReason.SMALLEST_STEP);
        assertThat(cadence.why())
                .isEqualTo("30 is the smallest step of 7, 15, 30, 60, 90 that is at least 1.5 x 20 = 30 days.");
    }

    @Test
    void takesTheLastStepWhereNoneIsLongEnough() {
        Cadence cadence = Cadence.of(new MeanCycle(CycleBasis.BUYERS, 61, 1), new BigDecimal("1.5"), LADDER);

        assertThat(cadence.days()).isEqualTo(90);
        assertThat(cadence.reason()).isEqualTo(CadenceReason.LAST_STEP);
        assertThat(cadence.why())
                .isEqualTo("No step of 7, 15, 30, 60, 90 is at least 1.5 x 61 = 91.5 days, so it is the last one.");
    }

    @Test
    void comparesWithoutRounding() {
        // A third of 20 is 6.666667 when rounded, of which 1.5 are more than 10.
        assertThat(Cadence.of(new MeanCycle(CycleBasis.BUYERS, 20, 3), new BigDecimal("1.5"), List.of(10, 11))
                        .days())
                .isEqualTo(10);
    }

    @Test
    void takesGivenDaysAsTheyAre() {
        Cadence cadence = Cadence.given(MeanCycle.DEFAULT, 21);

        assertThat(cadence.days()).isEqualTo(21);
        assertThat(cadence.step()).isNull();
        assertThat(cadence.wantedDays()).isNull();
        assertThat(cadence.why()).isEqualTo("21 days were given.");
    }

    @Property
    void noSmallerStepIsLongEnoughAndTheTakenOneIsUnlessItIsTheLast(
            @ForAll @LongRange(min = 1, max = 1_000_000) long days,
            @ForAll @LongRange(min = 1, max = 100_000) long intervals,
            @ForAll @IntRange(min = 50, max = 500) int hundredths,
            @ForAll Set<@IntRange(min = 1, max = 366) Integer> steps) {
        List<Integer> ladder =
                steps.isEmpty() ? LADDER : steps.stream().sorted().toList();
        Cadence cadence = Cadence.of(
                new MeanCycle(CycleBasis.FOLLOWERS, days, intervals), BigDecimal.valueOf(hundredths, 2), ladder);

        int index = ladder.indexOf(cadence.days());
        assertThat(index).isEqualTo(cadence.step() - 1);
        for (int i = 0; i < index; i++) {
            assertThat(100L * ladder.get(i) * intervals).isLessThan(hundredths * days);
        }
        boolean isEnough = 100L * cadence.days() * intervals >= hundredths * days;
        assertThat(isEnough).isEqualTo(cadence.reason() == CadenceReason.SMALLEST_STEP);
        assertThat(isEnough || index == ladder.size() - 1).isTrue();
    }
}
