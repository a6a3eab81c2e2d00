package io.siyu.cycle.measure;

import java.util.Map;
import java.util.NavigableMap;
import java.util.OptionalInt;
import java.util.TreeMap;

/**
 * The product-limit estimate of Kaplan and Meier (1958, "Nonparametric estimation from incomplete observations", J. Amer.
 * Statist. Assoc. 53, 457–481): S(t) = Π over t_i ≤ t of (1 − d_i ÷ n_i), where d_i intervals ended after t_i days and
 * n_i lasted at least as long, ended or still open. What is still open after t days was at risk at t: it may end later.
 */
public final class SurvivalCurve {
    /** Factors are rounded; a product of some thousand of them is off by less. */
    private static final double ROUNDING = 1e-12;

    private static final double HALF = 0.5;

    private final NavigableMap<Integer, Double> steps;

    private SurvivalCurve(NavigableMap<Integer, Double> steps) {
        this.steps = steps;
    }

    /** How long intervals lasted, in whole days. */
    static final class Times {
        private final NavigableMap<Integer, Long> ended = new TreeMap<>();
        private final NavigableMap<Integer, Long> leaving = new TreeMap<>();

        /** Intervals that ended after so many days. */
        void ended(int days, long count) {
            ended.merge(days, count, Long::sum);
            leaving.merge(days, count, Long::sum);
        }

        /** Intervals that are still open after so many days. */
        void open(int days, long count) {
            leaving.merge(days, count, Long::sum);
        }

        SurvivalCurve curve() {
            NavigableMap<Integer, Double> steps = new TreeMap<>();
            long atRisk = leaving.values().stream().mapToLong(Long::longValue).sum();
            double survival = 1;
            for (Map.Entry<Integer, Long> time : leaving.entrySet()) {
                long events = ended.getOrDefault(time.getKey(), 0L);
                if (events > 0) {
                    survival *= (double) (atRisk - events) / atRisk;
                    steps.put(time.getKey(), survival);
                }
                atRisk -= time.getValue();
            }
            return new SurvivalCurve(steps);
        }
    }

    /** The share of intervals that last longer than so many days, from 0 to 1. */
    public double survival(int days) {
        Map.Entry<Integer, Double> step = steps.floorEntry(days);
        return step == null ? 1 : step.getValue();
    }

    /** The least time at which no more than half are left; empty where more are left to the end. */
    public OptionalInt median() {
        return steps.entrySet().stream()
                .filter(step -> step.getValue() <= HALF + ROUNDING)
                .mapToInt(Map.Entry::getKey)
                .findFirst();
    }
}
