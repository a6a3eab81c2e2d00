package io.siyu.forecast.model;

/**
 * BG/NBD: how often buyers come and when they stay away for good (Fader, Hardie, Lee 2005, "Counting Your Customers" the
 * Easy Way: An Alternative to the Pareto/NBD Model; equation numbers are the paper's). While alive, a buyer purchases at
 * a rate λ of its own, λ ~ Gamma(r, α) over the buyers; after each purchase it is gone for good with a probability p of
 * its own, p ~ Beta(a, b). Times are in the unit that α is in.
 */
public record BgNbd(double r, double alpha, double a, double b) {
    /** So near to a pole that cancels out the formula is taken beside it; the error is of the same size. */
    private static final double POLE = 1e-7;

    public BgNbd {
        if (!(isPositive(r) && isPositive(alpha) && isPositive(a) && isPositive(b))) {
            throw new IllegalArgumentException(
                    "All four are positive numbers: " + r + ", " + alpha + ", " + a + ", " + b);
        }
    }

    private static boolean isPositive(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY;
    }

    /** The same model for times that are counted in a unit so many times smaller: weeks to days by 7. */
    public BgNbd inUnits(double perUnit) {
        return new BgNbd(r, alpha * perUnit, a, b);
    }

    public double logLikelihood(WeightedHistories histories) {
        return new BgNbdLikelihood(histories).of(this);
    }

    /**
     * The probability that the buyer is still alive, from 0 to 1 (Fader, Hardie, Lee 2008, "Computing P(alive) Using the
     * BG/NBD Model"). Who never repeated is alive for sure: this model lets nobody go but after a repeat purchase.
     */
    public double probabilityAlive(PurchaseHistory history) {
        return history.repeats() == 0 ? 1 : 1 / (1 + Math.exp(logOddsGone(history)));
    }

    private double logOddsGone(PurchaseHistory history) {
        int x = history.repeats();
        return Math.log(a)
                - Math.log(b + x - 1)
                + (r + x) * (Math.log(alpha + history.age()) - Math.log(alpha + history.last()));
    }

    /** E[X(t)]: how often a buyer of whom nothing is known but the first purchase repeats within t of it (equation 9). */
    public double expectedPurchases(double t) {
        return expectedPurchases(0, 0, t);
    }

    /** E[Y(t) | x, t_x, T]: how often the buyer purchases within t from now (equation 10). */
    public double expectedPurchases(PurchaseHistory history, double t) {
        return probabilityAlive(history) * expectedPurchases(history.repeats(), history.age(), t);
    }

    /**
     * Of a buyer who is alive. The paper's ((α+T)/(α+T+t))^(r+x) ₂F₁(r+x, b+x; a+b+x−1; z) with z = t/(α+T+t) has large
     * exponents for busy buyers; Euler's transformation (Abramowitz &amp; Stegun 15.3.3) makes it
     * (1−z)^(a−1) ₂F₁(a+b−1−r, a−1; a+b+x−1; z), which does not overflow whatever x is.
     */
    private double expectedPurchases(int x, double age, double t) {
        double away = awayFromPole(a, 1);
        away = awayFromPole(away, 1 - b - x);
        double c = away + b + x - 1;
        double z = t / (alpha + age + t);
        double series = Hypergeometric.f21(away + b - 1 - r, away - 1, c, z);
        double kept = Math.exp((away - 1) * Math.log1p(-z)) * series;
        return Math.max(0, c / (away - 1) * (1 - kept));
    }

    private static double awayFromPole(double value, double pole) {
        return Math.abs(value - pole) < POLE ? pole + POLE : value;
    }

    /**
     * The probability that the buyer purchases at least once within t from now. The next purchase comes before the buyer
     * can go, so whoever is alive purchases again; that rate is Gamma(r+x, α+T) given the history, and the time to the
     * next purchase therefore Lomax distributed: P(alive) · (1 − ((α+T)/(α+T+t))^(r+x)).
     */
    public double probabilityOfPurchase(PurchaseHistory history, double t) {
        double shape = r + history.repeats();
        return probabilityAlive(history) * -Math.expm1(-shape * Math.log1p(t / (alpha + history.age())));
    }

    /**
     * The time within which the next purchase comes with this probability, given that it comes at all: a quantile of the
     * Lomax distribution of {@link #probabilityOfPurchase}, (α+T)·((1−probability)^(−1/(r+x)) − 1). The mean would be of
     * no use: it is infinite up to r + x = 1, so for nearly all who purchased once.
     *
     * @param probability from 0 to below 1; 0.5 gives the median
     * @return may be infinite where the number is too large
     */
    public double timeToNext(PurchaseHistory history, double probability) {
        double shape = r + history.repeats();
        return (alpha + history.age()) * Math.expm1(-Math.log1p(-probability) / shape);
    }
}
