package io.siyu.order.intake;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

/**
 * By how much the numbers of a shop's intervals change, by their length in days, when buyers' purchase days become
 * others: each interval between the old days goes, each between the new ones comes.
 */
final class IntervalChanges {
    private final Map<Integer, Long> changes = new TreeMap<>();

    /** The days of buyers, each buyer's together and in ascending order. */
    final class Days {
        private final int by;
        private long buyer;
        private LocalDate last;

        private Days(int by) {
            this.by = by;
        }

        void read(long buyerId, LocalDate day) {
            if (last != null && buyerId == buyer) {
                changes.merge((int) ChronoUnit.DAYS.between(last, day), (long) by, Long::sum);
            }
            buyer = buyerId;
            last = day;
        }
    }

    Days gone() {
        return new Days(-1);
    }

    Days come() {
        return new Days(1);
    }

    /** By length in days; what comes to nothing is left out. */
    Map<Integer, Long> sums() {
        changes.values().removeIf(by -> by == 0);
        return changes;
    }
}
