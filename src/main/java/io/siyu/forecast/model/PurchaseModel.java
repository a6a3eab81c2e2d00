package io.siyu.forecast.model;

/**
 * How often buyers come and when they stay away for good. While alive, a buyer purchases at a rate λ of its own,
 * λ ~ Gamma(r, α) over the buyers; at each risk it goes for good with a probability p of its own, p ~ Beta(a, b). Times are
 * in the unit that α is in.
 *
 * <p>BG/NBD (Fader, Hardie, Lee 2005, "Counting Your Customers" the Easy Way: An Alternative to the Pareto/NBD Model) has a
 * risk after each repeat purchase. MBG/NBD (Batislam, Denizel, Filiztekin 2007, Empirical Validation and Comparison of
 * Models for Customer Base Analysis; Wagner, Hoppe 2008, Erratum on the MBG/NBD Model) has one after the first purchase
 * too: who is alive has withstood one more, so its formulas are those of BG/NBD with b + 1 for b.
 */
public record PurchaseModel(ModelKind kind, double r, double alpha, double a, double b) {
    public PurchaseModel {
        if (!(isPositive(r) && isPositive(alpha) && isPositive(a) && isPositive(b))) {
            throw new IllegalArgumentException(
                    "All four are positive numbers: " + r + ", " + alpha + ", " + a + ", " + b);
        }
    }

    private static boolean isPositive(double value) {
        return value > 0 && value < Double.POSITIVE_INFINITY;
    }

    public double logLikelihood(WeightedHistories histories) {
        return new PurchaseLikelihood(kind, histories).of(this);
    }

    /**
     * The probability that the buyer is still alive, from 0 to 1 (Fader, Hardie, Lee 2008, "Computing P(alive) Using the
     * BG/NBD Model"; Batislam and others, appendix A, equation 5). To BG/NBD who never repeated is alive for sure; to
     * MBG/NBD the less likely, the longer ago the purchase was.
     */
    public double probabilityAlive(PurchaseHistory history) {
        return risks(history) == 0 ? 1 : 1 / (1 + Math.exp(logOddsGone(history)));
    }

    private int risks(PurchaseHistory history) {
        return history.repeats() + kind.risksAtFirst();
    }

    private double logOddsGone(PurchaseHistory history) {
        return Math.log(a)
                - Math.log(b + risks(history) - 1)
                + (r + history.repeats()) * (Math.log(alpha + history.age()) - Math.log(alpha + history.last()));
    }

    /** E[X(t)]: how often a buyer of whom nothing is known but the first purchase repeats within t of it. */
    public double expectedPurchases(double t) {
        return expectedPurchases(new PurchaseHistory(0, 0, 0), t);
    }

    /** E[Y(t) | x, t_x, T]: how often the buyer purchases within t from now (BG/NBD: equation 10). */
    public double expectedPurchases(PurchaseHistory history, double t) {
        double shape = r + history.repeats();
        double share = t / (alpha + history.age() + t);
        return probabilityAlive(history) * RepeatSeries.expected(shape, share, a, b + risks(history));
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
