package io.siyu.retrospective.comparison;

import io.siyu.retrospective.comparison.Proportion.Interval;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ProportionTest {
    private static final Offset<Double> FOUR_DIGITS = Offset.offset(0.00005);

    /** The eight examples of Newcombe (1998), table II, row "10 Score, no CC". */
    @ParameterizedTest
    @CsvSource({
        "56, 70, 48, 80,  0.0524, 0.3339",
        " 9, 10,  3, 10,  0.1705, 0.8090",
        " 6,  7,  2,  7,  0.0582, 0.8062",
        " 5, 56,  0, 29, -0.0381, 0.1926",
        " 0, 10,  0, 20, -0.1611, 0.2775",
        " 0, 10,  0, 10, -0.2775, 0.2775",
        "10, 10,  0, 20,  0.6791, 1.0000",
        "10, 10,  0, 10,  0.6075, 1.0000",
    })
    void agreesWithThePublishedExamples(int a, int m, int b, int n, double low, double high) {
        Interval interval = new Proportion(a, m).minus(new Proportion(b, n));

        assertThat(interval.low()).isCloseTo(low, FOUR_DIGITS);
        assertThat(interval.high()).isCloseTo(high, FOUR_DIGITS);
    }

    @Property
    void theDifferenceLiesInItsIntervalAndTheIntervalInMinusOneToOne(
            @ForAll @IntRange(min = 1, max = 5000) int m,
            @ForAll @IntRange(min = 1, max = 5000) int n,
            @ForAll @IntRange(max = 100) int shareOfM,
            @ForAll @IntRange(max = 100) int shareOfN) {
        Proportion one = new Proportion((long) m * shareOfM / 100, m);
        Proportion other = new Proportion((long) n * shareOfN / 100, n);

        Interval interval = one.minus(other);

        assertThat(interval.contains(one.rate() - other.rate())).isTrue();
        assertThat(interval.low()).isGreaterThanOrEqualTo(-1 - 1e-12);
        assertThat(interval.high()).isLessThanOrEqualTo(1 + 1e-12);
    }

    @Property
    void turningTheDifferenceRoundTurnsTheIntervalRound(
            @ForAll @IntRange(min = 1, max = 300) int m, @ForAll @IntRange(min = 1, max = 300) int n) {
        Proportion one = new Proportion(m / 3, m);
        Proportion other = new Proportion(n / 5, n);

        Interval there = one.minus(other);
        Interval back = other.minus(one);

        assertThat(back.low()).isCloseTo(-there.high(), Offset.offset(1e-12));
        assertThat(back.high()).isCloseTo(-there.low(), Offset.offset(1e-12));
    }

    @Test
    void anEmptyGroupHasNoRate() {
        assertThat(new Proportion(0, 0).isEmpty()).isTrue();
        assertThat(new Proportion(0, 0).rate()).isNaN();
    }

    @Test
    void moreHitsThanMembersAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Proportion(3, 2));
    }
}
