package io.siyu.forecast.model;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

class BgNbdFitTest {
    private static final BgNbd TRUTH = new BgNbd(.6, 40, .7, 3);
    private static final int TWO_YEARS = 730;

    @Test
    void theParametersThatMadeTheDataAreFoundAgain() {
        BgNbd found = BgNbdFit.of(simulated(100_000, 7)).model();
        assertThat(found.r()).isCloseTo(TRUTH.r(), withPercentage(5));
        assertThat(found.alpha()).isCloseTo(TRUTH.alpha(), withPercentage(8));
        assertThat(found.a() / (found.a() + found.b())).isCloseTo(.7 / 3.7, withPercentage(5));
    }

    @Example
    void theFitIsTheSameEachTime() {
        assertThat(BgNbdFit.of(simulated(2000, 3))).isEqualTo(BgNbdFit.of(simulated(2000, 3)));
    }

    @Property(tries = 10)
    void aWeightedPointIsSoManyBuyers(@ForAll @IntRange(min = 2, max = 5) int times) {
        List<PurchaseHistory> buyers = list(300, 11);
        WeightedHistories.Builder one = new WeightedHistories.Builder();
        WeightedHistories.Builder many = new WeightedHistories.Builder();
        buyers.forEach(buyer -> one.add(buyer, times));
        for (int i = 0; i < times; i++) {
            buyers.forEach(buyer -> many.add(buyer, 1));
        }
        assertThat(one.build().buyers()).isEqualTo(300L * times);
        assertThat(TRUTH.logLikelihood(one.build())).isEqualTo(TRUTH.logLikelihood(many.build()), within(1e-6));
        assertThat(TRUTH.logLikelihood(one.build())).isEqualTo(times * sumOverBuyers(buyers), within(1e-6));
    }

    private static double sumOverBuyers(List<PurchaseHistory> buyers) {
        return buyers.stream()
                .mapToDouble(buyer -> TRUTH.logLikelihood(
                        new WeightedHistories.Builder().add(buyer, 1).build()))
                .sum();
    }

    @Property(tries = 10)
    void predictionsDoNotDependOnTheUnitOfTime(@ForAll @DoubleRange(min = .02, max = 50) double factor) {
        WeightedHistories.Builder inDays = new WeightedHistories.Builder();
        WeightedHistories.Builder other = new WeightedHistories.Builder();
        for (PurchaseHistory buyer : list(2000, 5)) {
            inDays.add(buyer, 1);
            other.add(new PurchaseHistory(buyer.repeats(), buyer.last() * factor, buyer.age() * factor), 1);
        }
        BgNbd byDays = BgNbdFit.of(inDays.build()).model();
        BgNbd byOther = BgNbdFit.of(other.build()).model();
        PurchaseHistory buyer = new PurchaseHistory(3, 100, 200);
        PurchaseHistory same = new PurchaseHistory(3, 100 * factor, 200 * factor);
        assertThat(byOther.probabilityAlive(same)).isEqualTo(byDays.probabilityAlive(buyer), within(1e-4));
        assertThat(byOther.expectedPurchases(same, 90 * factor))
                .isCloseTo(byDays.expectedPurchases(buyer, 90), withPercentage(.1));
    }

    @Test
    void evenWhatNoModelExplainsIsFittedToNumbers() {
        WeightedHistories.Builder nobodyRepeats = new WeightedHistories.Builder();
        WeightedHistories.Builder likeClockwork = new WeightedHistories.Builder();
        for (int age = 1; age < 300; age++) {
            nobodyRepeats.add(new PurchaseHistory(0, 0, age), 3);
            likeClockwork.add(new PurchaseHistory(age / 30 + 1, age, age), 3);
        }
        PurchaseHistory once = new PurchaseHistory(0, 0, 100);
        PurchaseHistory often = new PurchaseHistory(10, 299, 299);
        assertThat(BgNbdFit.of(nobodyRepeats.build()).model().expectedPurchases(once, 90))
                .isLessThan(.01);
        assertThat(BgNbdFit.of(likeClockwork.build()).model().expectedPurchases(often, 30))
                .isBetween(.8, 1.3);
        assertThatThrownBy(() -> BgNbdFit.of(new WeightedHistories.Builder().build()))
                .isInstanceOf(NoFitException.class);
    }

    @Test
    void whatWasHeldOutIsForetoldBetterThanByTheLastPeriod() {
        HoldoutSample sample = new HoldoutSample();
        SimulatedBuyers buyers = new SimulatedBuyers(TRUTH, 17);
        for (int i = 0; i < 20_000; i++) {
            int age = 180 + i % 180;
            List<Double> repeats = buyers.repeats(age + 90);
            int seen = (int) repeats.stream().filter(at -> at <= age).count();
            int before = (int)
                    repeats.stream().filter(at -> at > age - 90 && at <= age).count();
            int last = seen == 0 ? 0 : (int) Math.ceil(repeats.get(seen - 1));
            sample.add(seen, last, age, before, repeats.size() - seen);
        }
        BgNbd model = BgNbdFit.of(sample.histories(7)).model();
        HoldoutQuality quality = HoldoutQuality.of(sample, model, 7, 90);

        assertThat(quality.model().expected()).isCloseTo(quality.actual(), withPercentage(5));
        assertThat(quality.model().rootMeanSquare()).isLessThan(quality.naive().rootMeanSquare());
        assertThat(quality.bins()).hasSize(8);
        assertThat(quality.bins().stream().mapToLong(HoldoutQuality.Bin::buyers).sum())
                .isEqualTo(20_000);
        HoldoutQuality.Bin once = quality.bins().get(1);
        assertThat(once.expected()).isCloseTo(once.actual(), withPercentage(15));
    }

    private static WeightedHistories simulated(int buyers, long seed) {
        WeightedHistories.Builder builder = new WeightedHistories.Builder();
        list(buyers, seed).forEach(buyer -> builder.add(buyer, 1));
        return builder.build();
    }

    private static List<PurchaseHistory> list(int buyers, long seed) {
        SimulatedBuyers simulated = new SimulatedBuyers(TRUTH, seed);
        List<PurchaseHistory> list = new ArrayList<>();
        for (int i = 0; i < buyers; i++) {
            list.add(simulated.inDays(1 + i % TWO_YEARS));
        }
        return list;
    }
}
