package io.siyu.forecast.trial;

import io.siyu.forecast.model.PurchaseHistory;
import io.siyu.forecast.model.PurchaseModel;
import io.siyu.forecast.model.WeightedHistories;

import java.util.Arrays;

/**
 * Buyers as they were on a day in the past, and what they did since: what a model that knows only that day can be held
 * against. Columns of numbers, for there may be millions. Times are whole days.
 */
public final class HoldoutSample {
    private static final int VALUES = 5;

    private int[] values = new int[1024 * VALUES];
    private int size;

    /**
     * A buyer who had purchased by the day.
     *
     * @param repeats x on the day
     * @param last t_x on the day
     * @param age T on the day
     * @param before purchases in the period before the day, as long as the one after it
     * @param after purchases in the period after it
     */
    public void add(int repeats, int last, int age, int before, int after) {
        if ((size + 1) * VALUES > values.length) {
            values = Arrays.copyOf(values, Math.multiplyExact(2, values.length));
        }
        int at = size++ * VALUES;
        values[at] = repeats;
        values[at + 1] = last;
        values[at + 2] = age;
        values[at + 3] = before;
        values[at + 4] = after;
    }

    public int buyers() {
        return size;
    }

    /** @param unit how many days the histories' unit of time has */
    PurchaseHistory history(int buyer, double unit) {
        int at = buyer * VALUES;
        return new PurchaseHistory(values[at], values[at + 1] / unit, values[at + 2] / unit);
    }

    /** The buyers' histories on the day, to fit a model to. */
    public WeightedHistories histories(double unit) {
        WeightedHistories.Builder builder = new WeightedHistories.Builder();
        for (int i = 0; i < size; i++) {
            builder.add(history(i, unit), 1);
        }
        return builder.build();
    }

    /**
     * What a model that knows the day foretells of each buyer.
     *
     * @param unit how many days the model's unit of time has
     * @param days how far it looks ahead
     */
    public double[] foretold(PurchaseModel model, double unit, int days) {
        double[] foretold = new double[size];
        for (int i = 0; i < size; i++) {
            foretold[i] = model.expectedPurchases(history(i, unit), days / unit);
        }
        return foretold;
    }

    /** That each buyer purchases as often as before. */
    double[] asBefore() {
        double[] foretold = new double[size];
        for (int i = 0; i < size; i++) {
            foretold[i] = before(i);
        }
        return foretold;
    }

    /**
     * By how many of its standard errors the mean squared error of one forecast is above that of another of the same
     * buyers; below 0 where it is the better one. 0 where there is no telling.
     */
    double excess(double[] one, double[] other) {
        double sum = 0;
        double squares = 0;
        for (int i = 0; i < size; i++) {
            double more = squaredError(one[i], i) - squaredError(other[i], i);
            sum += more;
            squares += more * more;
        }
        double mean = sum / Math.max(size, 1);
        double variance = squares / Math.max(size, 1) - mean * mean;
        return mean == 0 ? 0 : mean / Math.sqrt(Math.max(variance, 0) / size);
    }

    private double squaredError(double foretold, int buyer) {
        double error = foretold - after(buyer);
        return error * error;
    }

    int repeats(int buyer) {
        return values[buyer * VALUES];
    }

    int before(int buyer) {
        return values[buyer * VALUES + 3];
    }

    int after(int buyer) {
        return values[buyer * VALUES + 4];
    }
}
