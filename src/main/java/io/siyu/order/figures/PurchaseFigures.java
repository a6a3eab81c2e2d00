package io.siyu.order.figures;

import io.siyu.order.Exclusion;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * All that a cycle's answer rests on, as counts that can be added and taken away: the figures of a shop, and equally the
 * difference that some orders make to them. Intervals telescope, so that buyers by number of intervals with their summed
 * spans give both means exactly.
 */
public final class PurchaseFigures {

    /** @param total what {@link FigureKind} says, 0 for kinds without one */
    public record Figure(long count, long total) {}

    /** Takes one figure after the other. */
    @FunctionalInterface
    interface Reader {
        void read(FigureKind kind, int point, Figure figure);
    }

    private final Map<FigureKind, Map<Integer, long[]>> figures = new EnumMap<>(FigureKind.class);

    void add(FigureKind kind, int point, long count, long total) {
        long[] sum = figures.computeIfAbsent(kind, k -> new HashMap<>()).computeIfAbsent(point, p -> new long[2]);
        sum[0] += count;
        sum[1] += total;
    }

    /** @param exclusion null for orders that count */
    public void addOrders(Exclusion exclusion, long orders, long cents) {
        if (orders != 0 || cents != 0) {
            add(FigureKind.of(exclusion), 0, orders, cents);
        }
    }

    /** @param times 1 for a buyer who comes, −1 for one who goes */
    public void add(BuyerTotals buyer, int times) {
        for (Exclusion exclusion : Exclusion.values()) {
            addOrders(exclusion, (long) times * buyer.excluded(exclusion), 0);
        }
        int n = buyer.purchaseDays();
        if (n == 0) {
            return;
        }
        addOrders(null, (long) times * buyer.orders(), times * buyer.cents());
        for (int i = 1; i < n; i++) {
            add(FigureKind.INTERVAL, buyer.day(i) - buyer.day(i - 1), times, 0);
        }
        if (n > 1) {
            add(FigureKind.SPAN, n - 1, times, (long) times * (buyer.day(n - 1) - buyer.day(0)));
        }
        add(FigureKind.FIRST_DAY, buyer.day(0), times, 0);
        add(FigureKind.LAST_DAY, buyer.day(n - 1), times, 0);
    }

    /** By ascending point; what has come to nothing is left out. */
    public SortedMap<Integer, Figure> of(FigureKind kind) {
        SortedMap<Integer, Figure> sorted = new TreeMap<>();
        figures.getOrDefault(kind, Map.of()).forEach((point, sum) -> {
            if (sum[0] != 0 || sum[1] != 0) {
                sorted.put(point, new Figure(sum[0], sum[1]));
            }
        });
        return sorted;
    }

    /** In a sequence that is the same for all, so that writers do not meet head-on. */
    void forEach(Reader reader) {
        figures.keySet().forEach(kind -> of(kind).forEach((point, figure) -> reader.read(kind, point, figure)));
    }
}
