package io.siyu.forecast.model;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.hipparchus.random.RandomDataGenerator;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

class GammaGammaTest {
    private static final GammaGamma MODEL = new GammaGamma(6.25, 3.74, 15.44);

    @Property
    void theExpectationLiesBetweenTheBuyersMeanAndThatOfAll(
            @ForAll @IntRange(min = 1, max = 300) int purchases,
            @ForAll @DoubleRange(min = .01, max = 1e6) double mean) {
        double all = MODEL.expectedSpend(0, 0).orElseThrow();
        double expected = MODEL.expectedSpend(purchases, mean).orElseThrow();
        assertThat(expected).isBetween(Math.min(all, mean) - 1e-6, Math.max(all, mean) + 1e-6);
        double surer = MODEL.expectedSpend(purchases + 10, mean).orElseThrow();
        assertThat(Math.abs(surer - mean)).isLessThanOrEqualTo(Math.abs(expected - mean) + 1e-6);
    }

    @Test
    void theParametersThatMadeTheDataAreFoundAgainInAnyCurrency() {
        RandomDataGenerator random = new RandomDataGenerator(99);
        WeightedSpends spends = new WeightedSpends();
        WeightedSpends inCents = new WeightedSpends();
        for (int i = 0; i < 40_000; i++) {
            int purchases = 1 + i % 12;
            double rate = random.nextGamma(MODEL.q(), 1 / MODEL.v());
            double mean = random.nextGamma(MODEL.p() * purchases, 1 / rate) / purchases;
            spends.add(purchases, mean, 1);
            inCents.add(purchases, mean * 100, 1);
        }
        GammaGamma found = GammaGammaFit.of(spends).model();
        GammaGamma foundInCents = GammaGammaFit.of(inCents).model();
        assertThat(found.p()).isCloseTo(MODEL.p(), withPercentage(5));
        assertThat(found.q()).isCloseTo(MODEL.q(), withPercentage(5));
        assertThat(found.v()).isCloseTo(MODEL.v(), withPercentage(10));
        assertThat(foundInCents.v()).isCloseTo(100 * found.v(), withPercentage(.1));
        assertThat(foundInCents.p()).isEqualTo(found.p(), within(.01));
    }

    @Test
    void thereIsNoMeanWithoutPurchasesWhereTheModelHasNone() {
        GammaGamma heavy = new GammaGamma(2, .5, 10);
        assertThat(heavy.expectedSpend(0, 0)).isEmpty();
        assertThat(heavy.expectedSpend(2, 10)).isPresent();
    }

    @Test
    void whereEveryPurchaseCostsTheSameThatIsExpected() {
        WeightedSpends spends = new WeightedSpends();
        for (int purchases = 1; purchases < 6; purchases++) {
            spends.add(purchases, 50, 100);
        }
        GammaGammaFit fit = GammaGammaFit.of(spends);
        assertThat(fit.isSound()).isTrue();
        assertThat(fit.model().expectedSpend(0, 0).orElseThrow()).isCloseTo(50, withPercentage(1));
        assertThat(fit.model().expectedSpend(3, 50).orElseThrow()).isCloseTo(50, withPercentage(1));
    }

    /** Spends of a Pareto distribution that has no mean. */
    @Test
    void noMeanIsMadeUpWhereAFewSpendByFarTheMost() {
        WeightedSpends spends = new WeightedSpends();
        for (int i = 1; i < 1000; i++) {
            spends.add(1 + i % 3, Math.pow(i / 1000., -2), 1);
        }
        assertThat(GammaGammaFit.of(spends).isSound()).isFalse();
    }
}
