package io.siyu.cycle.measure;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.OptionalInt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class SurvivalCurveTest {
    private static final double ROUNDING = 1e-12;

    @Property
    void withoutOpenIntervalsItIsTheEmpiricalDistribution(
            @ForAll @Size(min = 1, max = 80) List<@IntRange(min = 1, max = 60) Integer> ended,
            @ForAll @IntRange(max = 70) int days) {
        SurvivalCurve curve = curve(ended, List.of());

        double longer = (double) ended.stream().filter(one -> one > days).count() / ended.size();
        assertThat(curve.survival(days)).isCloseTo(longer, within(ROUNDING));
        int median = ended.stream().sorted().toList().get((ended.size() - 1) / 2);
        assertThat(curve.median()).hasValue(median);
    }

    @Property
    void neverRisesAndStaysBetweenOneAndNone(
            @ForAll @Size(max = 40) List<@IntRange(min = 1, max = 60) Integer> ended,
            @ForAll @Size(max = 40) List<@IntRange(max = 90) Integer> open) {
        SurvivalCurve curve = curve(ended, open);

        double before = 1;
        for (int days = 0; days <= 91; days++) {
            double now = curve.survival(days);
            assertThat(now).isBetween(0.0, before);
            before = now;
        }
        OptionalInt median = curve.median();
        if (median.isPresent()) {
            assertThat(curve.survival(median.getAsInt())).isLessThanOrEqualTo(0.5 + ROUNDING);
            assertThat(curve.survival(median.getAsInt() - 1)).isGreaterThan(0.5);
        } else {
            assertThat(curve.survival(91)).isGreaterThan(0.5);
        }
    }

    @Property
    void whatIsStillOpenNeverMakesTheShareThatComesBackLarger(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 1, max = 60) Integer> ended,
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 90) Integer> open,
            @ForAll @IntRange(max = 90) int days) {
        assertThat(curve(ended, open).survival(days))
                .isGreaterThanOrEqualTo(curve(ended, List.of()).survival(days) - ROUNDING);
    }

    /** The 6-MP arm of Freireich et al. (1963), in weeks, as in Kalbfleisch and Prentice and most textbooks since. */
    @Test
    void reckonsTheLeukaemiaTrialAsTextbooksDo() {
        SurvivalCurve curve =
                curve(List.of(6, 6, 6, 7, 10, 13, 16, 22, 23), List.of(6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35));

        assertThat(curve.survival(5)).isEqualTo(1);
        assertThat(curve.survival(6)).isCloseTo(0.857, within(0.0005));
        assertThat(curve.survival(7)).isCloseTo(0.807, within(0.0005));
        assertThat(curve.survival(10)).isCloseTo(0.753, within(0.0005));
        assertThat(curve.survival(13)).isCloseTo(0.690, within(0.0005));
        assertThat(curve.survival(16)).isCloseTo(0.627, within(0.0005));
        assertThat(curve.survival(22)).isCloseTo(0.538, within(0.0005));
        assertThat(curve.survival(23)).isCloseTo(0.448, within(0.0005));
        assertThat(curve.median()).hasValue(23);
    }

    /** By hand: of five, one ends at 2 (4/5), one is left open at 2, of three one ends at 4 (4/5 · 2/3), two stay open. */
    @Test
    void countsWhatIsOpenAsAtRiskUntilThen() {
        SurvivalCurve curve = curve(List.of(2, 4), List.of(2, 7, 9));

        assertThat(curve.survival(2)).isCloseTo(0.8, within(ROUNDING));
        assertThat(curve.survival(4)).isCloseTo(0.8 * 2 / 3, within(ROUNDING));
        assertThat(curve.median()).isEmpty();
    }

    private static SurvivalCurve curve(List<Integer> ended, List<Integer> open) {
        SurvivalCurve.Times times = new SurvivalCurve.Times();
        ended.forEach(days -> times.ended(days, 1));
        open.forEach(days -> times.open(days, 1));
        return times.curve();
    }
}
