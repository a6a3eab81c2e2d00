package io.siyu.forecast.trial;

import java.util.ArrayList;
import java.util.List;

/**
 * How well a model foretold purchases that it had not seen, beside the simplest forecast there is: that every buyer
 * purchases as often as in the last period of the same length.
 *
 * @param actual purchases of all buyers in the period held out
 * @param bins buyers by how often they had repeated before, 0 to 6 and 7 or more
 */
public record HoldoutQuality(int buyers, long actual, Error model, Error naive, List<Bin> bins) {
    private static final int LAST_BIN = 7;

    /**
     * @param expected purchases of all buyers
     * @param meanAbsolute mean over the buyers of |expected − actual|
     * @param rootMeanSquare root of the mean over the buyers of (expected − actual)²
     */
    public record Error(double expected, double meanAbsolute, double rootMeanSquare) {}

    /**
     * Calibration: on average these buyers should purchase as often as expected.
     *
     * @param repeats x; the last bin holds all who had repeated at least so often
     * @param actual purchases a buyer in the period held out
     * @param expected the same, by the model
     */
    public record Bin(int repeats, long buyers, double actual, double expected) {}

    /** @param foretold by the model, purchases of each buyer of the sample in the period held out */
    public static HoldoutQuality of(HoldoutSample sample, double[] foretold) {
        Errors byModel = new Errors();
        Errors byLastPeriod = new Errors();
        long[] buyers = new long[LAST_BIN + 1];
        long[] actual = new long[LAST_BIN + 1];
        double[] expected = new double[LAST_BIN + 1];
        for (int i = 0; i < sample.buyers(); i++) {
            byModel.add(foretold[i], sample.after(i));
            byLastPeriod.add(sample.before(i), sample.after(i));
            int bin = Math.min(sample.repeats(i), LAST_BIN);
            buyers[bin]++;
            actual[bin] += sample.after(i);
            expected[bin] += foretold[i];
        }
        List<Bin> bins = new ArrayList<>();
        long total = 0;
        for (int bin = 0; bin <= LAST_BIN; bin++) {
            total += actual[bin];
            double each = Math.max(buyers[bin], 1);
            bins.add(new Bin(bin, buyers[bin], actual[bin] / each, expected[bin] / each));
        }
        return new HoldoutQuality(sample.buyers(), total, byModel.mean(), byLastPeriod.mean(), List.copyOf(bins));
    }

    private static final class Errors {
        private long count;
        private double sum;
        private double absolute;
        private double squared;

        void add(double expected, int actual) {
            double error = expected - actual;
            count++;
            sum += expected;
            absolute += Math.abs(error);
            squared += error * error;
        }

        Error mean() {
            double each = Math.max(count, 1);
            return new Error(sum, absolute / each, Math.sqrt(squared / each));
        }
    }
}
