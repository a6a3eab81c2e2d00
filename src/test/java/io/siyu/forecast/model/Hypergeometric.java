package io.siyu.forecast.model;

/** Gauss's hypergeometric function, which the numerical library does not have. */
final class Hypergeometric {
    private static final int MOST_TERMS = 1_000_000;
    private static final double PRECISION = 1e-16;

    private Hypergeometric() {}

    /**
     * ₂F₁(a, b; c; z) by its power series (Abramowitz &amp; Stegun 15.1.1), each term from the one before. It converges for
     * every z in [0, 1) and, where c &gt; a + b, at 1 as well; callers choose the form (A&amp;S 15.3.3 to 15.3.5) in which a
     * and b are small, so that no term overflows and none cancels much of another.
     *
     * @param c no whole number below 1
     * @param z from 0 to below 1
     */
    static double f21(double a, double b, double c, double z) {
        double term = 1;
        double sum = 1;
        for (int k = 0; k < MOST_TERMS; k++) {
            term *= (a + k) * (b + k) / ((c + k) * (k + 1)) * z;
            sum += term;
            // Behind the sign changes of the parameters the terms shrink at least as fast as z^k.
            boolean isSettled = a + k > 0 && b + k > 0 && c + k > 0;
            if (isSettled && Math.abs(term) <= PRECISION * Math.abs(sum) * (1 - z) || term == 0) {
                return sum;
            }
        }
        return sum;
    }
}
