package io.siyu.forecast.model;

/**
 * How often a buyer who is alive now purchases in a time to come. If none ever went, the number N of purchases would be
 * negative binomial, P(N = n) = (1−z)^R (R)_n/n! zⁿ with R = r+x and z = t/(α+T+t). The j-th of them comes about if the
 * buyer has withstood the j−1 risks before it, which has the probability s_j = (B)_(j−1)/(a+B)_(j−1), a and B being the
 * parameters of p given the history. Hence E = Σ P(N = n) · (s_1 + … + s_n).
 *
 * <p>This is the published c/(a−1) · (1 − (1−z)^R ₂F₁(R, B; c; z)), c = a + B − 1, in another order: all terms are
 * positive, so that nothing cancels whatever the parameters are, and there is no pole at a = 1 or c = 0.
 */
final class RepeatSeries {
    private static final int MOST_TERMS = 1_000_000;
    private static final double PRECISION = 1e-13;
    private static final double LARGE = 1e200;

    private RepeatSeries() {}

    /**
     * @param shape R, above 0
     * @param z from 0 to below 1
     * @param a with b: the parameters of p, above 0; b may be of a buyer without any risk yet
     */
    static double expected(double shape, double z, double a, double b) {
        // The weights are in proportion to P(N = n): (1−z)^R, which may be too small for a number, is never needed.
        double weight = 1;
        double weights = 1;
        double sum = 0;
        double withstood = 1;
        double purchases = 0;
        for (int n = 0; n < MOST_TERMS; n++) {
            double growth = (shape + n) / (n + 1) * z;
            weight *= growth;
            purchases += withstood;
            withstood *= (b + n) / (a + b + n);
            weights += weight;
            sum += weight * purchases;
            if (isSettled(weight * purchases, Math.max(growth, z), sum)) {
                break;
            }
            if (weights > LARGE || sum > LARGE) {
                weight /= LARGE;
                weights /= LARGE;
                sum /= LARGE;
            }
        }
        return sum / weights;
    }

    /** Behind the greatest weight the terms shrink nearly as fast as powers of the ratio. */
    private static boolean isSettled(double term, double ratio, double sum) {
        double left = 1 - ratio;
        return left > 0 && term <= PRECISION * sum * left * left;
    }
}
