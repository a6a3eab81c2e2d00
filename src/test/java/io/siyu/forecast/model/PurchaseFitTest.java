package io.siyu.forecast.model;

import io.siyu.forecast.trial.HoldoutQuality;
import io.siyu.forecast.trial.HoldoutSample;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

class PurchaseFitTest {
    private static final PurchaseModel TRUTH = truth(ModelKind.BG_NBD);
    private static final int TWO_YEARS = 730;

    private static PurchaseModel truth(ModelKind kind) {
        return new PurchaseModel(kind, .6, 40, .7, 3);
    }

    @ParameterizedTest
    @EnumSource
    void theParametersThatMadeTheDataAreFoundAgain(ModelKind kind) {
        PurchaseModel found = PurchaseFit.of(kind, simulated(kind, 100_000, 7)).model();
        assertThat(found.r()).isCloseTo(TRUTH.r(), withPercentage(8));
        assertThat(found.alpha()).isCloseTo(TRUTH.alpha(), withPercentage(8));
        assertThat(found.a() / (found.a() + found.b())).isCloseTo(.7 / 3.7, withPercentage(5));
    }

    @Example
    void theFitIsTheSameEachTime() {
        WeightedHistories histories = simulated(ModelKind.MBG_NBD, 2000, 3);
        assertThat(PurchaseFit.of(ModelKind.MBG_NBD, histories))
                .isEqualTo(PurchaseFit.of(ModelKind.MBG_NBD, simulated(ModelKind.MBG_NBD, 2000, 3)));
    }

    @Property(tries = 10)
    void aWeightedPointIsSoManyBuyers(@ForAll @IntRange(min = 2, max = 5) int times) {
        List<PurchaseHistory> buyers = list(ModelKind.BG_NBD, 300, 11);
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
    void predictionsDoNotDependOnTheUnitOfTime(
            @ForAll ModelKind kind, @ForAll @DoubleRange(min = .02, max = 50) double factor) {
        WeightedHistories.Builder inDays = new WeightedHistories.Builder();
        WeightedHistories.Builder other = new WeightedHistories.Builder();
        for (PurchaseHistory buyer : list(kind, 2000, 5)) {
            inDays.add(buyer, 1);
            other.add(new PurchaseHistory(buyer.repeats(), buyer.last() * factor, buyer.age() * factor), 1);
        }
        PurchaseModel byDays = PurchaseFit.of(kind, inDays.build()).model();
        PurchaseModel byOther = PurchaseFit.of(kind, other.build()).model();
        PurchaseHistory buyer = new PurchaseHistory(3, 100, 200);
        PurchaseHistory same = new PurchaseHistory(3, 100 * factor, 200 * factor);
        assertThat(byOther.probabilityAlive(same)).isEqualTo(byDays.probabilityAlive(buyer), within(1e-4));
        assertThat(byOther.expectedPurchases(same, 90 * factor))
                .isCloseTo(byDays.expectedPurchases(buyer, 90), withPercentage(.1));
    }

    @Test
    void buyersLikeClockworkAreFittedAndThoseWhoNeverRepeatAreNot() {
        WeightedHistories.Builder nobodyRepeats = new WeightedHistories.Builder();
        WeightedHistories.Builder likeClockwork = new WeightedHistories.Builder();
        for (int age = 1; age < 300; age++) {
            nobodyRepeats.add(new PurchaseHistory(0, 0, age), 3);
            likeClockwork.add(new PurchaseHistory(age / 30 + 1, age, age), 3);
        }
        PurchaseHistory often = new PurchaseHistory(10, 299, 299);
        for (ModelKind kind : ModelKind.values()) {
            assertThat(PurchaseFit.of(kind, likeClockwork.build()).model().expectedPurchases(often, 30))
                    .isBetween(.8, 1.3);
            assertThatThrownBy(() -> PurchaseFit.of(kind, nobodyRepeats.build()))
                    .isInstanceOfSatisfying(
                            NoFitException.class, e -> assertThat(e.flaw()).isEqualTo(FitFlaw.TOO_FEW_REPEATS));
            assertThatThrownBy(() -> PurchaseFit.of(kind, new WeightedHistories.Builder().build()))
                    .isInstanceOf(NoFitException.class);
        }
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
        PurchaseModel model =
                PurchaseFit.of(ModelKind.BG_NBD, sample.histories(7)).model();
        HoldoutQuality quality = HoldoutQuality.of(sample, sample.foretold(model, 7, 90));

        assertThat(quality.model().expected()).isCloseTo(quality.actual(), withPercentage(5));
        assertThat(quality.model().rootMeanSquare()).isLessThan(quality.naive().rootMeanSquare());
        assertThat(quality.bins()).hasSize(8);
        assertThat(quality.bins().stream().mapToLong(HoldoutQuality.Bin::buyers).sum())
                .isEqualTo(20_000);
        HoldoutQuality.Bin once = quality.bins().get(1);
        assertThat(once.expected()).isCloseTo(once.actual(), withPercentage(15));
    }

    private static WeightedHistories simulated(ModelKind kind, int buyers, long seed) {
        WeightedHistories.Builder builder = new WeightedHistories.Builder();
        list(kind, buyers, seed).forEach(buyer -> builder.add(buyer, 1));
        return builder.build();
    }

    private static List<PurchaseHistory> list(ModelKind kind, int buyers, long seed) {
        SimulatedBuyers simulated = new SimulatedBuyers(truth(kind), seed);
        List<PurchaseHistory> list = new ArrayList<>();
        for (int i = 0; i < buyers; i++) {
            list.add(simulated.inDays(1 + i % TWO_YEARS));
        }
        return list;
    }
}
