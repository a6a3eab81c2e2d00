package io.siyu.tier;

import io.siyu.buyer.standing.RfmScale;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Gathers purchasing buyers' figures for the scale of recency, frequency and money. */
final class RfmCollector {
    private static final int MINOR_DIGITS = 2;

    private final Numbers lastDays = new Numbers();
    private final Numbers purchaseDays = new Numbers();
    private final Numbers netSpends = new Numbers();

    /**
     * @param lastEpochDay the last purchase day
     * @param netSpend with at most two decimals, as money is kept
     */
    void add(long lastEpochDay, int days, BigDecimal netSpend) {
        lastDays.add(lastEpochDay);
        purchaseDays.add(days);
        netSpends.add(netSpend.movePointRight(MINOR_DIGITS).longValueExact());
    }

    /** Empty if nobody has purchased. */
    Optional<RfmScale> scale(LocalDate day) {
        return lastDays.count == 0
                ? Optional.empty()
                : Optional.of(new RfmScale(
                        day,
                        lastDays.count,
                        lastDays.thresholds(LocalDate::ofEpochDay).toList(),
                        purchaseDays.thresholds(Math::toIntExact).toList(),
                        netSpends
                                .thresholds(minor -> BigDecimal.valueOf(minor, MINOR_DIGITS))
                                .toList()));
    }

    /** A million of them fit into eight megabytes. */
    private static final class Numbers {
        private long[] values = new long[1024];
        private int count;

        void add(long value) {
            if (count == values.length) {
                values = Arrays.copyOf(values, count * 2);
            }
            values[count++] = value;
        }

        /** The values at the ranks ⌈k·N/5⌉ for k from 1 to 4. */
        <T> Stream<T> thresholds(LongFunction<T> toValue) {
            Arrays.sort(values, 0, count);
            return IntStream.range(1, RfmScale.FIFTHS)
                    .mapToObj(k -> toValue.apply(values[Math.toIntExact(((long) k * count + 4) / 5) - 1]));
        }
    }
}
