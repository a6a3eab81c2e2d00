package io.siyu.forecast.trial;

import io.siyu.forecast.model.PurchaseHistory;
import io.siyu.forecast.model.WeightedHistories;
import org.hipparchus.random.RandomDataGenerator;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.DoubleSupplier;
import java.util.function.IntSupplier;

/**
 * Buyers of an invented shop by the days on which they purchased, counted from the first day of its history. Invented
 * after public reports of fits that ran off.
 */
final class InventedShop {
    static final int LAST_DAY = 390;
    private static final double DAYS_A_WEEK = 7;
    private static final int HELD_OUT = 129;

    private final List<TreeSet<Integer>> buyers = new ArrayList<>();
    final RandomDataGenerator random;

    InventedShop(long seed) {
        random = new RandomDataGenerator(seed);
    }

    /** Buyers who begin on any of the first days, purchase at most so often, and so many days apart. */
    InventedShop add(int count, int firstDays, IntSupplier most, DoubleSupplier gap) {
        for (int i = 0; i < count; i++) {
            TreeSet<Integer> days = new TreeSet<>();
            double day = Math.floor(random.nextUniform(0, firstDays));
            for (int left = most.getAsInt(); left > 0 && day <= LAST_DAY; left--) {
                days.add((int) day);
                day += Math.max(1, gap.getAsDouble());
            }
            buyers.add(days);
        }
        return this;
    }

    InventedShop add(List<Integer> days) {
        buyers.add(new TreeSet<>(days));
        return this;
    }

    WeightedHistories histories() {
        WeightedHistories.Builder builder = new WeightedHistories.Builder();
        buyers.forEach(days -> builder.add(history(days, LAST_DAY), 1));
        return builder.build();
    }

    ModelChoice choice() {
        HoldoutSample sample = new HoldoutSample();
        int split = LAST_DAY - HELD_OUT;
        for (TreeSet<Integer> days : buyers) {
            if (days.first() <= split) {
                int first = days.first();
                sample.add(
                        days.headSet(split, true).size() - 1,
                        days.floor(split) - first,
                        split - first,
                        days.subSet(split - HELD_OUT, false, split, true).size(),
                        days.tailSet(split, false).size());
            }
        }
        return ModelChoice.of(histories(), sample, DAYS_A_WEEK, HELD_OUT);
    }

    private static PurchaseHistory history(TreeSet<Integer> days, int asOf) {
        return new PurchaseHistory(
                days.size() - 1, (days.last() - days.first()) / DAYS_A_WEEK, (asOf - days.first()) / DAYS_A_WEEK);
    }
}
