package io.siyu.retrospective.comparison;

import org.hipparchus.distribution.continuous.TDistribution;

import java.util.Optional;

/** Some numbers, of which only how many they are, their sum and the sum of their squares are kept. */
public record Sample(long count, double sum, double sumOfSquares) {
    private static final double UPPER_TAIL = 0.975;

    double mean() {
        return sum / count;
    }

    /** Of the population, estimated: the sum of squared deviations by one less than their count. */
    double variance() {
        double deviations = sumOfSquares - sum * sum / count;
        return Math.max(0, deviations) / (count - 1);
    }

    /**
     * The 95 % interval of this mean minus another, independent one, of populations whose variances may differ.
     *
     * <p>B. L. Welch, "The generalization of 'Student's' problem when several different population variances are
     * involved", Biometrika 34 (1947) 28–35; the degrees of freedom by F. E. Satterthwaite, "An approximate distribution
     * of estimates of variance components", Biometrics Bulletin 2 (1946) 110–114. Spending is skewed and mostly nothing:
     * the interval leans on groups of some hundred, as held-out groups of a shop are, for their means to be about normal.
     *
     * @return nothing where a group has fewer than two, or no number differs from the others
     */
    Optional<Proportion.Interval> minus(Sample other) {
        if (count < 2 || other.count < 2) {
            return Optional.empty();
        }
        double mine = variance() / count;
        double others = other.variance() / other.count;
        if (mine + others == 0) {
            return Optional.empty();
        }
        double freedom =
                (mine + others) * (mine + others) / (mine * mine / (count - 1) + others * others / (other.count - 1));
        double reach = new TDistribution(freedom).inverseCumulativeProbability(UPPER_TAIL) * Math.sqrt(mine + others);
        double difference = mean() - other.mean();
        return Optional.of(new Proportion.Interval(difference - reach, difference + reach));
    }
}
