package io.siyu.cycle.measure;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/** How many repurchase intervals lasted how many days. Exact: every length keeps its own count. */
public final class IntervalHistogram {

    /** Upper ends of the reported buckets; they hold the usual cadence steps. Longer intervals go by years. */
    private static final int[] BUCKET_ENDS = {7, 15, 21, 30, 45, 60, 75, 90, 120, 150, 180, 270, 365};

    private static final int YEAR = 365;

    private final NavigableMap<Integer, Long> counts = new TreeMap<>();
    private long count;
    private long totalDays;

    /** One bucket; both ends belong to it. */
    public record Bucket(int fromDay, int toDay, long count) {}

    /**
     * @param days length of the intervals, at least 1: purchase days are distinct
     * @param many how many of this length
     */
    void add(int days, long many) {
        if (days < 1) {
            throw new IllegalArgumentException("An interval lasts at least a day, not " + days);
        }
        counts.merge(days, many, Long::sum);
        count += many;
        totalDays += many * days;
    }

    public long count() {
        return count;
    }

    /** Sum of all intervals, in days. */
    public long totalDays() {
        return totalDays;
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /** The middle interval, or the mean of the two middle ones; the histogram must not be empty. */
    public BigDecimal median() {
        return quartile(2);
    }

    /**
     * Quartile by linear interpolation between order statistics at position (count − 1)·q/4 (Hyndman &amp; Fan 1996,
     * type 7, what spreadsheets call QUARTILE.INC); its second quartile is the usual median. Exact.
     *
     * @param quarters 1, 2 or 3
     */
    public BigDecimal quartile(int quarters) {
        if (isEmpty()) {
            throw new IllegalStateException("No intervals, no quartile");
        }
        long position = (count - 1) * quarters;
        long rank = position / 4;
        long rest = position % 4;
        int below = atRank(rank);
        int above = rest == 0 ? below : atRank(rank + 1);
        return BigDecimal.valueOf(4L * below + rest * (above - below)).divide(BigDecimal.valueOf(4));
    }

    private int atRank(long rank) {
        long seen = 0;
        for (Map.Entry<Integer, Long> length : counts.entrySet()) {
            seen += length.getValue();
            if (rank < seen) {
                return length.getKey();
            }
        }
        throw new IndexOutOfBoundsException("Rank " + rank + " of " + count);
    }

    /** Buckets without gaps from one day up to the one that holds the longest interval; none when empty. */
    public List<Bucket> buckets() {
        List<Bucket> buckets = new ArrayList<>();
        int from = 1;
        for (int index = 0; !counts.isEmpty() && from <= counts.lastKey(); index++) {
            int to = index < BUCKET_ENDS.length ? BUCKET_ENDS[index] : from + YEAR - 1;
            long inside = counts.subMap(from, true, to, true).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
            buckets.add(new Bucket(from, to, inside));
            from = to + 1;
        }
        return buckets;
    }
}
