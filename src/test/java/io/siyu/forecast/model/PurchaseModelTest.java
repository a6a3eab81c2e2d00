package io.siyu.forecast.model;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class PurchaseModelTest {
    @Provide
    Arbitrary<PurchaseModel> models() {
        Arbitrary<Double> parameter =
                Arbitraries.doubles().between(-3, 3).ofScale(3).map(Math::exp);
        return Combinators.combine(
                        Arbitraries.of(ModelKind.class),
                        parameter,
                        parameter.map(alpha -> 10 * alpha),
                        parameter,
                        parameter)
                .as(PurchaseModel::new);
    }

    @Provide
    Arbitrary<PurchaseHistory> histories() {
        Arbitrary<Double> shares = Arbitraries.doubles().between(0, 1).ofScale(4);
        return Combinators.combine(
                        Arbitraries.integers().between(0, 300),
                        shares,
                        Arbitraries.integers().between(1, 4000))
                .as((x, share, age) -> new PurchaseHistory(x, x == 0 ? 0 : share * age, age));
    }

    @Property
    void aliveIsAProbability(@ForAll("models") PurchaseModel model, @ForAll("histories") PurchaseHistory history) {
        double alive = model.probabilityAlive(history);
        assertThat(alive).isBetween(0., 1.);
        if (history.repeats() == 0 && model.kind() == ModelKind.BG_NBD) {
            assertThat(alive).isEqualTo(1);
        }
    }

    @Property
    void silenceMakesLifeLessLikely(
            @ForAll("models") PurchaseModel model,
            @ForAll("histories") PurchaseHistory history,
            @ForAll @IntRange(min = 0, max = 500) int longer) {
        PurchaseHistory later = new PurchaseHistory(history.repeats(), history.last(), history.age() + longer);
        assertThat(model.probabilityAlive(later)).isLessThanOrEqualTo(model.probabilityAlive(history));
    }

    @Property
    void toMbgNbdWhoBoughtOnceMayHaveGoneAndTheMoreLikelyTheLongerAgo(
            @ForAll("models") PurchaseModel any,
            @ForAll @IntRange(min = 0, max = 1000) int age,
            @ForAll @IntRange(min = 1, max = 1000) int longer) {
        PurchaseModel model = new PurchaseModel(ModelKind.MBG_NBD, any.r(), any.alpha(), any.a(), any.b());
        double atOnce = model.probabilityAlive(new PurchaseHistory(0, 0, 0));
        double alive = model.probabilityAlive(new PurchaseHistory(0, 0, age));
        double later = model.probabilityAlive(new PurchaseHistory(0, 0, age + longer));
        assertThat(atOnce).isEqualTo(model.b() / (model.a() + model.b()), within(1e-12));
        assertThat(alive).isBetween(later, atOnce + 1e-12);
        assertThat(later).isLessThan(atOnce).isNotNegative();
    }

    @Property
    void figuresAreNumbersHoweverFarOffTheParametersAre(
            @ForAll ModelKind kind,
            @ForAll @DoubleRange(min = -12, max = 12) double r,
            @ForAll @DoubleRange(min = -12, max = 12) double alpha,
            @ForAll @DoubleRange(min = -12, max = 12) double a,
            @ForAll @DoubleRange(min = -12, max = 12) double b,
            @ForAll("histories") PurchaseHistory history) {
        PurchaseModel model = new PurchaseModel(kind, Math.exp(r), Math.exp(alpha), Math.exp(a), Math.exp(b));
        double soon = model.expectedPurchases(history, 30);
        double later = model.expectedPurchases(history, 90);
        assertThat(model.probabilityAlive(history)).isBetween(0., 1.);
        assertThat(soon).isNotNegative().isFinite();
        assertThat(later).isFinite().isGreaterThanOrEqualTo(soon * (1 - 1e-6));
    }

    @Property
    void moreTimeBringsMorePurchases(
            @ForAll("models") PurchaseModel model,
            @ForAll("histories") PurchaseHistory history,
            @ForAll @DoubleRange(min = 0, max = 400) double time,
            @ForAll @DoubleRange(min = 0, max = 400) double more) {
        double expected = model.expectedPurchases(history, time);
        assertThat(expected).isNotNegative().isFinite();
        double slack = 1e-7 * (1 + expected);
        assertThat(model.expectedPurchases(history, time + more)).isGreaterThanOrEqualTo(expected - slack);
        // The chance of at least one purchase is no greater than the expected number.
        assertThat(model.probabilityOfPurchase(history, time)).isLessThanOrEqualTo(expected + slack);
    }

    @Property
    void noUnitOfTimeIsBetterThanAnother(
            @ForAll("models") PurchaseModel model,
            @ForAll("histories") PurchaseHistory history,
            @ForAll @DoubleRange(min = .1, max = 30) double factor) {
        PurchaseModel other = new PurchaseModel(model.kind(), model.r(), model.alpha() * factor, model.a(), model.b());
        PurchaseHistory same = new PurchaseHistory(history.repeats(), history.last() * factor, history.age() * factor);
        assertThat(other.probabilityAlive(same)).isEqualTo(model.probabilityAlive(history), within(1e-9));
        double expected = model.expectedPurchases(history, 50);
        assertThat(other.expectedPurchases(same, 50 * factor)).isEqualTo(expected, within(1e-6 * (1 + expected)));
    }

    /** BG/NBD: equation 10 of the paper. MBG/NBD: Wagner, Hoppe 2008. */
    @Property(tries = 200)
    void theSeriesIsTheFormulaOfThePapers(
            @ForAll("models") PurchaseModel model,
            @ForAll @IntRange(min = 1, max = 5) int x,
            @ForAll @DoubleRange(min = 0, max = 30) double time) {
        Assume.that(Math.abs(model.a() - 1) > 1e-3);
        PurchaseHistory history = new PurchaseHistory(x, 40, 60);
        double risks = x + (model.kind() == ModelKind.MBG_NBD ? 1 : 0);
        double c = model.a() + model.b() + risks - 1;
        double z = time / (model.alpha() + 60 + time);
        double kept = Math.pow(1 - z, model.r() + x) * Hypergeometric.f21(model.r() + x, model.b() + risks, c, z);
        double odds = model.a()
                / (model.b() + risks - 1)
                * Math.pow((model.alpha() + 60) / (model.alpha() + 40), model.r() + x);
        double published = c / (model.a() - 1) * (1 - kept) / (1 + odds);
        double slack = 1e-9 * c / Math.abs(model.a() - 1);
        assertThat(model.expectedPurchases(history, time)).isEqualTo(published, within(slack + 1e-6));
    }

    @Property
    void theTimeToTheNextPurchaseInvertsItsProbability(
            @ForAll("models") PurchaseModel model,
            @ForAll("histories") PurchaseHistory history,
            @ForAll @DoubleRange(min = .01, max = .95) double share) {
        double time = model.timeToNext(history, share);
        if (time < 1e12) {
            assertThat(model.probabilityOfPurchase(history, time))
                    .isEqualTo(share * model.probabilityAlive(history), within(1e-6));
        }
    }

    @Test
    void theExpectationIsSmoothWhereTheFormulaDividesByZero() {
        PurchaseHistory history = new PurchaseHistory(3, 20, 30);
        assertThat(expectedAt(1, history)).isEqualTo(expectedAt(1.0001, history), within(1e-3));
        // a + b = 1 makes the third parameter of 2F1 zero for who never repeated.
        PurchaseHistory never = new PurchaseHistory(0, 0, 30);
        assertThat(bgNbd(.5, 10, .4, .6).expectedPurchases(never, 20))
                .isEqualTo(bgNbd(.5, 10, .4001, .6).expectedPurchases(never, 20), within(1e-3));
    }

    private static PurchaseModel bgNbd(double r, double alpha, double a, double b) {
        return new PurchaseModel(ModelKind.BG_NBD, r, alpha, a, b);
    }

    private static double expectedAt(double a, PurchaseHistory history) {
        return bgNbd(.5, 10, a, 2).expectedPurchases(history, 20);
    }

    /** Of buyers with one and the same history, half of those who come again have come by the median, and so on. */
    @Test
    void simulatedBuyersComeAgainWhenTheQuantilesSay() {
        simulatedBuyersComeAgainWhenTheQuantilesSay(ModelKind.BG_NBD);
        simulatedBuyersComeAgainWhenTheQuantilesSay(ModelKind.MBG_NBD);
    }

    private static void simulatedBuyersComeAgainWhenTheQuantilesSay(ModelKind kind) {
        PurchaseModel model = new PurchaseModel(kind, 1.2, 12, .8, 3);
        SimulatedBuyers buyers = new SimulatedBuyers(model, 20050101);
        double watched = 30;
        double horizon = 1e7;
        List<Double> waits = new ArrayList<>();
        int alike = 0;
        for (int i = 0; i < 300_000; i++) {
            List<Double> repeats = buyers.firstRepeats(watched, horizon);
            List<Double> seen = repeats.stream().filter(at -> at <= watched).toList();
            if (seen.size() == 2 && Math.round(seen.get(1)) == 20) {
                alike++;
                repeats.stream().filter(at -> at > watched).findFirst().ifPresent(at -> waits.add(at - watched));
            }
        }
        PurchaseHistory history = new PurchaseHistory(2, 20, watched);
        assertThat(alike).isGreaterThan(1400);
        assertThat((double) waits.size() / alike).isEqualTo(model.probabilityAlive(history), within(.03));
        Collections.sort(waits);
        for (double share : new double[] {.1, .5, .9}) {
            double by = model.timeToNext(history, share);
            double came = waits.stream().filter(wait -> wait <= by).count();
            assertThat(came / waits.size()).isEqualTo(share, within(.03));
        }
    }
}
