package io.siyu.buyer.standing;

import io.siyu.cycle.measure.CycleBasis;
import io.siyu.cycle.measure.MeanCycle;
import io.siyu.cycle.measure.OwnCycle;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

import static org.assertj.core.api.Assertions.assertThat;

class KeptCycleTest {
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @Test
    void halfADayIsRoundedUp() {
        // (10 + 2·30) ÷ 4 = 17.5
        assertThat(new KeptCycle(30, 1).dueDay(3, DAY.minusDays(10), DAY)).isEqualTo(DAY.plusDays(18));
        assertThat(new KeptCycle(30, 1).dueDay(1, DAY, DAY)).isEqualTo(DAY.plusDays(30));
    }

    @Property
    void aBuyerIsDueWhenTheOwnCycleEnds(
            @ForAll @IntRange(min = 1, max = 400) int purchaseDays,
            @ForAll @IntRange(min = -4000, max = 40_000) int last,
            @ForAll @IntRange(max = 5000) int span,
            @ForAll @LongRange(max = 100_000_000_000L) long days,
            @ForAll @LongRange(min = 1, max = 200_000_000) long intervals) {
        LocalDate lastDay = LocalDate.ofEpochDay(last);
        LocalDate firstDay = lastDay.minusDays(span);
        long mean = days % (intervals * 1000);
        OwnCycle own = OwnCycle.of(purchaseDays, firstDay, lastDay, new MeanCycle(CycleBasis.BUYERS, mean, intervals));

        KeptCycle kept = new KeptCycle(mean, intervals);
        assertThat(kept.dueDay(purchaseDays, firstDay, lastDay)).isEqualTo(own.dueAfter(lastDay));
        assertThat(kept.ownDays(purchaseDays, firstDay, lastDay)).isEqualTo(own.days());
    }

    /** The order stored with the buyer says to the day who is due from a day on. */
    @Property
    void whoIsDueFromADayOnIsARangeOfTheStoredOrder(
            @ForAll @IntRange(min = 1, max = 30) int purchaseDays,
            @ForAll @IntRange(max = 300) int span,
            @ForAll @LongRange(max = 20_000) long days,
            @ForAll @LongRange(min = 1, max = 300) long intervals,
            @ForAll @IntRange(min = -400, max = 400) int offset) {
        KeptCycle cycle = new KeptCycle(days, intervals);
        LocalDate firstDay = DAY.minusDays(span);
        LocalDate dueDay = cycle.dueDay(purchaseDays, firstDay, DAY);
        long order = (purchaseDays + 1) * sinceYear0(DAY) + span;

        assertThat(order).isGreaterThanOrEqualTo(cycle.firstOrder(purchaseDays, dueDay));
        assertThat(order).isLessThan(cycle.firstOrder(purchaseDays, dueDay.plusDays(1)));
        LocalDate day = dueDay.plusDays(offset);
        assertThat(order >= cycle.firstOrder(purchaseDays, day)).isEqualTo(!dueDay.isBefore(day));
    }

    /** What the database calls TO_DAYS. */
    private static long sinceYear0(LocalDate day) {
        return LocalDate.of(0, 1, 1).until(day, ChronoUnit.DAYS);
    }
}
