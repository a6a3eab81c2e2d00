package io.siyu.cycle.measure;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class IntervalHistogramTest {

    @Property
    void quartilesEqualThoseOfTheSortedList(
            @ForAll @Size(min = 1, max = 60) List<@IntRange(min = 1, max = 400) Integer> days) {
        IntervalHistogram histogram = of(days);
        List<Integer> sorted = new ArrayList<>(days);
        Collections.sort(sorted);

        for (int quarters = 1; quarters <= 3; quarters++) {
            double position = (sorted.size() - 1) * quarters / 4.0;
            int below = sorted.get((int) Math.floor(position));
            int above = sorted.get((int) Math.ceil(position));
            double expected = below + (position - Math.floor(position)) * (above - below);
            assertThat(histogram.quartile(quarters).doubleValue()).isEqualTo(expected);
        }
    }

    @Property
    void bucketsLeaveNoGapAndCountEveryInterval(@ForAll List<@IntRange(min = 1, max = 3000) Integer> days) {
        IntervalHistogram histogram = of(days);
        int expectedFrom = 1;
        long counted = 0;
        for (IntervalHistogram.Bucket bucket : histogram.buckets()) {
            assertThat(bucket.fromDay()).isEqualTo(expectedFrom);
            assertThat(bucket.toDay()).isGreaterThanOrEqualTo(bucket.fromDay());
            expectedFrom = bucket.toDay() + 1;
            counted += bucket.count();
        }
        assertThat(counted).isEqualTo(days.size());
    }

    @Test
    void medianOfAnEvenCountIsTheMeanOfTheTwoMiddleOnes() {
        assertThat(of(List.of(1, 4, 5, 40)).median()).isEqualByComparingTo(new BigDecimal("4.5"));
    }

    @Test
    void anEmptyHistogramHasNoBuckets() {
        assertThat(new IntervalHistogram().buckets()).isEmpty();
    }

    @Test
    void noIntervalIsShorterThanADay() {
        assertThatThrownBy(() -> of(List.of(0))).isInstanceOf(IllegalArgumentException.class);
    }

    private static IntervalHistogram of(List<Integer> days) {
        IntervalHistogram histogram = new IntervalHistogram();
        days.forEach(length -> histogram.add(length, 1));
        return histogram;
    }
}
