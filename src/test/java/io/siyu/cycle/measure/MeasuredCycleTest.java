package io.siyu.cycle.measure;

import io.siyu.order.figures.BuyerTotals;
import io.siyu.order.figures.PurchaseFigures;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

class MeasuredCycleTest {

    @Property(tries = 300)
    void intervalsTelescopeToFirstAndLastDay(
            @ForAll @Size(max = 12) List<@Size(min = 1, max = 12) Set<@IntRange(max = 700) Integer>> buyers) {
        MeasuredCycle measured = measure(buyers);

        long spans = 0;
        long intervals = 0;
        double cycles = 0;
        long repeat = 0;
        for (Set<Integer> days : buyers) {
            SortedSet<Integer> sorted = new TreeSet<>(days);
            int span = sorted.last() - sorted.first();
            spans += span;
            intervals += days.size() - 1;
            if (days.size() > 1) {
                repeat++;
                cycles += (double) span / (days.size() - 1);
            }
        }
        assertThat(measured.histogram().totalDays()).isEqualTo(spans);
        assertThat(measured.histogram().count()).isEqualTo(intervals);
        assertThat(measured.buyers()).isEqualTo(buyers.size());
        assertThat(measured.repeatBuyers()).isEqualTo(repeat);
        assertThat(measured.meanOfBuyerCycles().isPresent()).isEqualTo(repeat > 0);
        if (repeat > 0) {
            assertThat(Math.abs(measured.meanOfBuyerCycles().get().doubleValue() - cycles / repeat))
                    .isLessThan(1e-6);
        }
    }

    @Property
    void aDayBetweenSplitsOneInterval(
            @ForAll @IntRange(min = 1, max = 300) int before, @ForAll @IntRange(min = 1, max = 300) int after) {
        IntervalHistogram split =
                measure(List.of(Set.of(0, before, before + after))).histogram();

        IntervalHistogram both = new IntervalHistogram();
        both.add(before, 1);
        both.add(after, 1);
        assertThat(split.buckets()).isEqualTo(both.buckets());
        assertThat(split.totalDays()).isEqualTo(before + after);
    }

    @Test
    void theMeanOfBuyerCyclesWeighsBuyersAndNotIntervals() {
        MeasuredCycle measured = measure(List.of(Set.of(0, 10, 20, 30), Set.of(0, 50), Set.of(7)));

        assertThat(measured.meanOfBuyerCycles()).contains(new BigDecimal("30.000000"));
        assertThat(measured.historyDays()).isEqualTo(50);
        assertThat(measured.confidence()).isEqualTo(Confidence.LOW);
    }

    @Test
    void nothingReadMeasuresNothing() {
        MeasuredCycle measured = new MeasuredCycle(new PurchaseFigures());

        assertThat(measured.buyers()).isZero();
        assertThat(measured.meanOfBuyerCycles()).isEmpty();
        assertThat(measured.historyDays()).isZero();
    }

    private static MeasuredCycle measure(List<Set<Integer>> buyers) {
        PurchaseFigures figures = new PurchaseFigures();
        for (Set<Integer> days : buyers) {
            BuyerTotals buyer = new BuyerTotals();
            days.forEach(day -> buyer.purchase(day, 1, 0));
            figures.add(buyer, 1);
        }
        return new MeasuredCycle(figures);
    }
}
