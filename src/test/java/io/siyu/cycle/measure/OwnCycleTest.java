package io.siyu.cycle.measure;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;

import static org.assertj.core.api.Assertions.assertThat;

class OwnCycleTest {

    private static final MeanCycle THIRTY = MeanCycle.DEFAULT;
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void aSinglePurchaseDayLeavesTheCycleOfTheShop() {
        assertThat(OwnCycle.of(1, DAY, DAY, THIRTY).days()).isEqualByComparingTo("30");
    }

    @Test
    void ownIntervalsWeighAgainstTwoOfTheShop() {
        assertThat(OwnCycle.of(2, DAY, DAY.plusDays(10), THIRTY).days()).isEqualTo(new BigDecimal("23.333333"));
    }

    @Test
    void dueDayRoundsHalfUp() {
        OwnCycle halfway = OwnCycle.of(1, DAY, DAY, new MeanCycle(CycleBasis.BUYERS, 21, 2));

        assertThat(halfway.dueAfter(DAY)).isEqualTo(DAY.plusDays(11));
    }

    @Test
    void exactlyThreeCyclesAreNotMoreThanThree() {
        OwnCycle thirds = OwnCycle.of(1, DAY, DAY, new MeanCycle(CycleBasis.BUYERS, 100, 3));

        assertThat(thirds.fitsMoreThan(new BigDecimal("3"), 100)).isFalse();
        assertThat(thirds.fitsMoreThan(new BigDecimal("3"), 101)).isTrue();
        assertThat(thirds.cyclesIn(101, 2)).isEqualTo(new BigDecimal("3.03"));
    }
}
