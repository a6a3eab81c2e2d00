package io.siyu.cycle.measure;

import io.siyu.order.Exclusion;
import io.siyu.order.figures.FigureKind;
import io.siyu.order.figures.PurchaseFigures;
import io.siyu.order.figures.PurchaseFigures.Figure;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/** What the purchases of some buyers come to. */
public final class MeasuredCycle {
    private final PurchaseFigures figures;
    private final IntervalHistogram histogram = new IntervalHistogram();
    private final SortedMap<Integer, Figure> spans;
    private final SortedMap<Integer, Figure> lastDays;

    public MeasuredCycle(PurchaseFigures figures) {
        this.figures = figures;
        this.spans = figures.of(FigureKind.SPAN);
        this.lastDays = figures.of(FigureKind.LAST_DAY);
        figures.of(FigureKind.INTERVAL).forEach((days, intervals) -> histogram.add(days, intervals.count()));
    }

    public IntervalHistogram histogram() {
        return histogram;
    }

    /** With at least one purchase day. */
    public long buyers() {
        return lastDays.values().stream().mapToLong(Figure::count).sum();
    }

    /** With at least two. */
    public long repeatBuyers() {
        return spans.values().stream().mapToLong(Figure::count).sum();
    }

    /** The average of (last − first) ÷ (n − 1) over repeat buyers, added up without rounding each, to six decimals. */
    public Optional<BigDecimal> meanOfBuyerCycles() {
        if (spans.isEmpty()) {
            return Optional.empty();
        }
        BigDecimal sum = BigDecimal.ZERO;
        for (Map.Entry<Integer, Figure> entry : spans.entrySet()) {
            BigDecimal span = BigDecimal.valueOf(entry.getValue().total());
            sum = sum.add(span.divide(BigDecimal.valueOf(entry.getKey()), MathContext.DECIMAL128));
        }
        return Optional.of(sum.divide(BigDecimal.valueOf(repeatBuyers()), 6, RoundingMode.HALF_UP));
    }

    /** From the first to the last purchase day of all. */
    long historyDays() {
        SortedMap<Integer, Figure> firstDays = figures.of(FigureKind.FIRST_DAY);
        return firstDays.isEmpty() ? 0 : lastDays.lastKey() - firstDays.firstKey();
    }

    public Confidence confidence() {
        return Confidence.of(histogram.count(), historyDays());
    }

    public boolean isEnough() {
        return histogram.count() >= MeanCycle.ENOUGH_INTERVALS;
    }

    /** The time to the next purchase: intervals end with one, the time since a buyer's last purchase does not yet. */
    public SurvivalCurve timeToNextPurchase(int asOf) {
        SurvivalCurve.Times times = new SurvivalCurve.Times();
        figures.of(FigureKind.INTERVAL).forEach((days, intervals) -> times.ended(days, intervals.count()));
        lastDays.forEach((day, buyers) -> times.open(asOf - day, buyers.count()));
        return times.curve();
    }

    public long orders() {
        return ordersOf(FigureKind.COUNTED).count();
    }

    public BigDecimal netAmount() {
        return BigDecimal.valueOf(ordersOf(FigureKind.COUNTED).total(), 2);
    }

    /** Orders that did not count, by reason; every reason is there. */
    public Map<Exclusion, Long> excluded() {
        Map<Exclusion, Long> excluded = new EnumMap<>(Exclusion.class);
        for (Exclusion reason : Exclusion.values()) {
            excluded.put(reason, ordersOf(FigureKind.of(reason)).count());
        }
        return excluded;
    }

    private Figure ordersOf(FigureKind kind) {
        return figures.of(kind).getOrDefault(0, new Figure(0, 0));
    }
}
