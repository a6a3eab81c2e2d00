package io.siyu.forecast.model;

import java.util.Arrays;

/** What buyers spent: number of purchases, their mean and how many buyers are alike, as columns of numbers. */
public final class WeightedSpends {
    private int[] purchases = new int[1024];
    private double[] means = new double[1024];
    private long[] weights = new long[1024];
    private int size;

    /**
     * @param count x: how many purchases the mean is of, at least 1
     * @param mean z: money a purchase, above 0
     * @param buyers how many are alike, at least 1
     */
    public WeightedSpends add(int count, double mean, long buyers) {
        if (count < 1 || !(mean > 0) || mean == Double.POSITIVE_INFINITY || buyers < 1) {
            throw new IllegalArgumentException("No spend: " + count + " purchases at " + mean + " of " + buyers);
        }
        if (size == purchases.length) {
            purchases = Arrays.copyOf(purchases, 2 * size);
            means = Arrays.copyOf(means, 2 * size);
            weights = Arrays.copyOf(weights, 2 * size);
        }
        purchases[size] = count;
        means[size] = mean;
        weights[size++] = buyers;
        return this;
    }

    int points() {
        return size;
    }

    public long buyers() {
        return Arrays.stream(weights, 0, size).sum();
    }

    int purchases(int point) {
        return purchases[point];
    }

    double mean(int point) {
        return means[point];
    }

    long weight(int point) {
        return weights[point];
    }

    int mostPurchases() {
        return Arrays.stream(purchases, 0, size).max().orElse(0);
    }

    /** The mean of the buyers' means; 0 without any. */
    double meanOfMeans() {
        double sum = 0;
        for (int i = 0; i < size; i++) {
            sum += weights[i] * means[i];
        }
        return size == 0 ? 0 : sum / buyers();
    }
}
