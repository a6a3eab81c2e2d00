package io.siyu.retrospective.comparison;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;

import static org.assertj.core.api.Assertions.assertThat;

class SampleTest {
    private static final Offset<Double> FIVE_DIGITS = Offset.offset(1e-5);

    /** Student's sleep data, as R's t.test(extra ~ group) has them. */
    private static final double[] FIRST = {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0};

    private static final double[] SECOND = {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4};

    @Test
    void r17TheIntervalOfADifferenceOfMeansIsWelchs() {
        Proportion.Interval interval = of(FIRST).minus(of(SECOND)).orElseThrow();

        assertThat(interval.low()).isCloseTo(-3.3654832, FIVE_DIGITS);
        assertThat(interval.high()).isCloseTo(0.2054832, FIVE_DIGITS);
    }

    @Test
    void whereNothingDiffersOrHardlyAnybodyIsThereIsNoInterval() {
        assertThat(of(1).minus(of(FIRST))).isEmpty();
        assertThat(of(FIRST).minus(of())).isEmpty();
        assertThat(of(0, 0, 0).minus(of(0, 0))).isEmpty();
        assertThat(SalesEffect.of(Spending.NONE, Spending.NONE)).isNull();
        assertThat(Group.of(Spending.NONE).netAHead()).isNull();
    }

    @Test
    void aHeadCountsThoseWhoBoughtNothing() {
        Spending spent = new Spending(8, 2, 3, new BigDecimal("10.00"), new BigDecimal("58.00"));

        assertThat(Group.of(spent)).isEqualTo(new Group(8, 2, new BigDecimal("0.250000"), 3, "10.00", "1.2500"));
        assertThat(spent.aHead().variance()).isCloseTo((58 - 100 / 8.0) / 7, FIVE_DIGITS);
    }

    private static Sample of(double... numbers) {
        double sum = 0;
        double squares = 0;
        for (double number : numbers) {
            sum += number;
            squares += number * number;
        }
        return new Sample(numbers.length, sum, squares);
    }
}
