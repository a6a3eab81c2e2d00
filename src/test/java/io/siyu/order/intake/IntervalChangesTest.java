package io.siyu.order.intake;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import static org.assertj.core.api.Assertions.assertThat;

class IntervalChangesTest {
    private static final LocalDate EPOCH = LocalDate.EPOCH;

    @Property
    void takeWhatWasToWhatIs(
            @ForAll @Size(max = 6) List<@Size(max = 8) Set<@IntRange(max = 60) Integer>> before,
            @ForAll @Size(max = 6) List<@Size(max = 8) Set<@IntRange(max = 60) Integer>> after) {
        IntervalChanges changes = new IntervalChanges();
        read(before, changes.gone());
        read(after, changes.come());

        Map<Integer, Long> intervals = intervals(before);
        changes.sums().forEach((days, by) -> intervals.merge(days, by, Long::sum));
        intervals.values().removeIf(count -> count == 0);
        assertThat(intervals).isEqualTo(intervals(after));
        assertThat(changes.sums()).doesNotContainValue(0L);
    }

    private static void read(List<Set<Integer>> buyers, IntervalChanges.Days days) {
        for (int buyer = 0; buyer < buyers.size(); buyer++) {
            for (int day : new TreeSet<>(buyers.get(buyer))) {
                days.read(buyer, EPOCH.plusDays(day));
            }
        }
    }

    private static Map<Integer, Long> intervals(List<Set<Integer>> buyers) {
        Map<Integer, Long> intervals = new HashMap<>();
        for (Set<Integer> buyer : buyers) {
            List<Integer> days = List.copyOf(new TreeSet<>(buyer));
            for (int i = 1; i < days.size(); i++) {
                intervals.merge(days.get(i) - days.get(i - 1), 1L, Long::sum);
            }
        }
        return intervals;
    }
}
