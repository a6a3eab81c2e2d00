package io.siyu.cycle;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads purchase days, buyer by buyer and in ascending order, and measures the cycle as it goes. */
final class CycleMeter {

    private final IntervalHistogram histogram = new IntervalHistogram();
    /** Sum of (last − first) by number of intervals: buyers' cycles, added up without rounding each. */
    private final Map<Integer, Long> spansByIntervals = new TreeMap<>();

    private long buyers;
    private long repeatBuyers;
    private LocalDate earliest;
    private LocalDate latest;

    private long buyer;
    private LocalDate first;
    private LocalDate last;
    private int intervalsOfBuyer;

    void read(long buyerId, LocalDate day) {
        if (last == null || buyerId != buyer) {
            closeBuyer();
            buyer = buyerId;
            first = day;
            buyers++;
        } else {
            histogram.add(Math.toIntExact(ChronoUnit.DAYS.between(last, day)));
            intervalsOfBuyer++;
        }
        last = day;
        earliest = earliest == null || day.isBefore(earliest) ? day : earliest;
        latest = latest == null || day.isAfter(latest) ? day : latest;
    }

    private void closeBuyer() {
        if (intervalsOfBuyer > 0) {
            repeatBuyers++;
            spansByIntervals.merge(intervalsOfBuyer, ChronoUnit.DAYS.between(first, last), Long::sum);
        }
        intervalsOfBuyer = 0;
    }

    /** What was measured; nothing may be read afterwards. */
    Measured finish() {
        closeBuyer();
        long history = earliest == null ? 0 : ChronoUnit.DAYS.between(earliest, latest);
        return new Measured(buyers, repeatBuyers, histogram, meanOfBuyerCycles(), history);
    }

    private Optional<BigDecimal> meanOfBuyerCycles() {
        if (repeatBuyers == 0) {
            return Optional.empty();
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<Integer, Long> entry : spansByIntervals.entrySet()) {
            BigDecimal span = BigDecimal.valueOf(entry.getValue());
            sum = sum.add(span.divide(BigDecimal.valueOf(entry.getKey()), MathContext.DECIMAL128));
        }
        return Optional.of(sum.divide(BigDecimal.valueOf(repeatBuyers), 6, RoundingMode.HALF_UP));
    }

    /**
     * @param buyers with at least one purchase day
     * @param repeatBuyers with at least two
     * @param meanOfBuyerCycles average of (last − first) ÷ (n − 1) over repeat buyers, six decimals
     * @param historyDays from the first to the last purchase day of all
     */
    record Measured(
            long buyers,
            long repeatBuyers,
            IntervalHistogram histogram,
            Optional<BigDecimal> meanOfBuyerCycles,
            long historyDays) {

        Confidence confidence() {
            return Confidence.of(histogram.count(), historyDays);
        }
    }
}
