package io.siyu.buyer.standing;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class RfmScaleTest {
    private static final RfmScale SCALE = new RfmScale(
            LocalDate.of(2026, 6, 1),
            100,
            List.of(day(1), day(5), day(10), day(20)),
            List.of(1, 1, 2, 4),
            List.of(money(10), money(20), money(20), money(90)));

    @Test
    void aScoreIsOneMoreThanTheThresholdsBelowIt() {
        assertThat(SCALE.scoreOf(1, day(1), money(10))).isEqualTo(new RfmScore(1, 1, 1));
        assertThat(SCALE.scoreOf(2, day(6), new BigDecimal("10.01"))).isEqualTo(new RfmScore(3, 3, 2));
        assertThat(SCALE.scoreOf(5, day(21), money(91))).isEqualTo(new RfmScore(5, 5, 5));
        assertThat(SCALE.scoreOf(0, null, money(0))).isNull();
    }

    @Property
    void whoIsBetterInOneDimensionNeverScoresLessInIt(
            @ForAll @IntRange(min = 1, max = 30) int one,
            @ForAll @IntRange(min = 1, max = 30) int other,
            @ForAll @IntRange(min = 1, max = 30) int rest) {
        RfmScore lower = SCALE.scoreOf(rest, day(Math.min(one, other)), money(rest));
        RfmScore higher = SCALE.scoreOf(rest, day(Math.max(one, other)), money(rest));
        assertThat(higher.r()).isGreaterThanOrEqualTo(lower.r());
        assertThat(higher.f()).isEqualTo(lower.f());
        assertThat(higher.m()).isEqualTo(lower.m());
        assertThat(SCALE.scoreOf(Math.max(one, other), day(1), money(1)).f())
                .isGreaterThanOrEqualTo(
                        SCALE.scoreOf(Math.min(one, other), day(1), money(1)).f());
        assertThat(SCALE.scoreOf(1, day(1), money(Math.max(one, other))).m())
                .isGreaterThanOrEqualTo(
                        SCALE.scoreOf(1, day(1), money(Math.min(one, other))).m());
    }

    private static LocalDate day(int day) {
        return LocalDate.of(2026, 5, 1).plusDays(day);
    }

    private static BigDecimal money(int amount) {
        return BigDecimal.valueOf(amount);
    }
}
