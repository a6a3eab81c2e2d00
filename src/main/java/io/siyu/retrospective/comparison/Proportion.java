package io.siyu.retrospective.comparison;

/** {@code hits} of {@code total}; an empty group has no rate. */
public record Proportion(long hits, long total) {
    /** The two-sided 95 % quantile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    public Proportion {
        if (hits < 0 || total < hits) {
            throw new IllegalArgumentException(hits + " of " + total + " is no proportion");
        }
    }

    boolean isEmpty() {
        return total == 0;
    }

    /** The share in 0..1; undefined (NaN) for an empty group. */
    double rate() {
        return isEmpty() ? Double.NaN : (double) hits / total;
    }

    /**
     * The 95 % score interval of this share, without continuity correction.
     *
     * <p>E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American
     * Statistical Association 22 (1927) 209–212.
     */
    Interval wilson() {
        double n = total;
        double p = rate();
        double centre = 2 * n * p + Z * Z;
        double spread = Z * Math.sqrt(Z * Z + 4 * n * p * (1 - p));
        double scale = 2 * (n + Z * Z);
        // At 0 and at n the bound is exact; the arithmetic would leave a rounding error there.
        double low = hits == 0 ? 0 : (centre - spread) / scale;
        double high = hits == total ? 1 : (centre + spread) / scale;
        return new Interval(low, high);
    }

    /**
     * The 95 % interval of this share minus another, independent one: the hybrid score interval.
     *
     * <p>R. G. Newcombe, "Interval estimation for the difference between independent proportions: comparison of eleven
     * methods", Statistics in Medicine 17 (1998) 873–890, method 10. It keeps its coverage where groups are small or
     * shares near 0, which held-out groups and repurchase rates are; the textbook (Wald) interval does not.
     */
    public Interval minus(Proportion other) {
        Interval mine = wilson();
        Interval others = other.wilson();
        double difference = rate() - other.rate();
        double down = Math.hypot(rate() - mine.low(), others.high() - other.rate());
        double up = Math.hypot(mine.high() - rate(), other.rate() - others.low());
        return new Interval(difference - down, difference + up);
    }

    /** Both bounds belong to it. */
    public record Interval(double low, double high) {
        public boolean contains(double value) {
            return low <= value && value <= high;
        }
    }
}
