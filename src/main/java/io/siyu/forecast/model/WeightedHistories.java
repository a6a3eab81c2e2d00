package io.siyu.forecast.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The histories of many buyers, equal ones together as one weighted point. Kept as columns of numbers, and every
 * different time once, so that a likelihood takes as few logarithms as there are times.
 */
public final class WeightedHistories {
    private final int[] repeats;
    private final int[] last;
    private final int[] age;
    private final long[] weights;
    private final double[] times;
    private final int mostRepeats;

    private WeightedHistories(Map<PurchaseHistory, Long> counted) {
        int size = counted.size();
        repeats = new int[size];
        last = new int[size];
        age = new int[size];
        weights = new long[size];
        Map<Double, Integer> places = new HashMap<>();
        double[] found = new double[2 * size];
        int most = 0;
        int point = 0;
        for (Map.Entry<PurchaseHistory, Long> entry : counted.entrySet()) {
            PurchaseHistory history = entry.getKey();
            repeats[point] = history.repeats();
            last[point] = place(history.last(), places, found);
            age[point] = place(history.age(), places, found);
            weights[point] = entry.getValue();
            most = Math.max(most, history.repeats());
            point++;
        }
        times = Arrays.copyOf(found, places.size());
        mostRepeats = most;
    }

    private static int place(double time, Map<Double, Integer> places, double[] found) {
        Integer known = places.putIfAbsent(time, places.size());
        if (known != null) {
            return known;
        }
        found[places.size() - 1] = time;
        return places.size() - 1;
    }

    /** Counts buyers; equal histories become one point. */
    public static final class Builder {
        private final Map<PurchaseHistory, Long> counted = new LinkedHashMap<>();

        /** @param buyers how many have this history, at least 1 */
        public Builder add(PurchaseHistory history, long buyers) {
            if (buyers < 1) {
                throw new IllegalArgumentException("No buyers: " + buyers);
            }
            counted.merge(history, buyers, Math::addExact);
            return this;
        }

        public WeightedHistories build() {
            return new WeightedHistories(counted);
        }
    }

    public int points() {
        return repeats.length;
    }

    public long buyers() {
        return Arrays.stream(weights).sum();
    }

    long repeatBuyers() {
        long buyers = 0;
        for (int i = 0; i < repeats.length; i++) {
            buyers += repeats[i] > 0 ? weights[i] : 0;
        }
        return buyers;
    }

    /** How long all buyers have been watched on average; 0 without any. */
    public double meanAge() {
        double sum = 0;
        for (int i = 0; i < age.length; i++) {
            sum += weights[i] * times[age[i]];
        }
        return sum == 0 ? 0 : sum / buyers();
    }

    int mostRepeats() {
        return mostRepeats;
    }

    public PurchaseHistory history(int point) {
        return new PurchaseHistory(repeats[point], times[last[point]], times[age[point]]);
    }

    int repeats(int point) {
        return repeats[point];
    }

    int last(int point) {
        return last[point];
    }

    int age(int point) {
        return age[point];
    }

    long weight(int point) {
        return weights[point];
    }

    /** The different times, where {@link #last} and {@link #age} point to. */
    double[] times() {
        return times;
    }
}
