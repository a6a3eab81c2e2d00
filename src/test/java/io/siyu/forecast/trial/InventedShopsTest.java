package io.siyu.forecast.trial;

import io.siyu.forecast.model.ModelKind;
import io.siyu.forecast.model.PurchaseHistory;
import io.siyu.forecast.model.PurchaseModel;
import io.siyu.forecast.model.SimulatedBuyers;
import io.siyu.forecast.model.WeightedHistories;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.DoubleSupplier;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** Whatever a shop's buyers are like: figures that tell them apart, or a reason why there are none. */
class InventedShopsTest {
    /** In weeks. */
    private static final double QUARTER = 13;

    private static final String BG_NBD = "BG_NBD";
    private static final String MBG_NBD = "MBG_NBD";
    private static final String ALL_ALIKE = "ALL_ALIKE";
    private static final String TOO_FEW_REPEATS = "TOO_FEW_REPEATS";

    /** Kind of shop, what is to come of it, the shop by its seed. */
    static Stream<Arguments> shops() {
        return Stream.of(
                of("capped numbers of purchases", MBG_NBD, seed -> capped(seed, 600, .8, 70)),
                of("five thousand of them", MBG_NBD, seed -> capped(seed, 5000, .8, 70)),
                of("twenty thousand of them", MBG_NBD, seed -> capped(seed, 20_000, 1.2, 40)),
                of("high caps", MBG_NBD, seed -> capped(seed, 800, .1, 70)),
                of("all purchases within days", ALL_ALIKE, seed -> capped(seed, 600, .8, 5)),
                of("long gaps", MBG_NBD, seed -> capped(seed, 600, .5, 200)),
                of("all of one rate", MBG_NBD, seed -> alike(seed, 900, 30)),
                of("all of one low rate", null, seed -> alike(seed, 900, 300)),
                of("like clockwork", MBG_NBD, seed -> regular(seed, 700)),
                of("everybody on two days", ALL_ALIKE, seed -> onDays(seed, 600, 2, 40)),
                of("everybody on two days in a row", ALL_ALIKE, seed -> onDays(seed, 2000, 2, 1)),
                of("everybody on three days", BG_NBD, seed -> onDays(seed, 700, 3, 60)),
                of("nobody twice", TOO_FEW_REPEATS, seed -> once(seed, 600)),
                of("nobody twice but one who is there daily", TOO_FEW_REPEATS, seed -> daily(once(seed, 600))),
                of("a few twice", null, seed -> once(seed, 600).add(40, 300, () -> 2, () -> 20)),
                of("half once, half twice", MBG_NBD, seed -> once(seed, 600).add(600, 300, () -> 2, () -> 20)),
                of("capped, and one daily", null, seed -> daily(capped(seed, 600, .8, 70))),
                of("a sale on one day", null, seed -> capped(seed, 100, .3, 40).add(2000, 1, () -> 1, () -> 1)),
                of("gone long ago", ALL_ALIKE, seed -> new InventedShop(seed).add(600, 60, () -> 4, () -> 10)),
                of("as BG/NBD has it", null, seed -> byTheModel(seed, ModelKind.BG_NBD)),
                of("as MBG/NBD has it", MBG_NBD, seed -> byTheModel(seed, ModelKind.MBG_NBD)));
    }

    private static Arguments of(String kind, String outcome, LongFunction<InventedShop> shop) {
        return arguments(kind, outcome, shop);
    }

    private static InventedShop capped(long seed, int buyers, double rate, int gap) {
        InventedShop shop = new InventedShop(seed);
        return shop.add(
                buyers, 300, () -> 1 + (int) shop.random.nextExponential(1 / rate), () -> shop.random.nextInt(0, gap));
    }

    private static InventedShop alike(long seed, int buyers, double mean) {
        InventedShop shop = new InventedShop(seed);
        return shop.add(buyers, 300, () -> Integer.MAX_VALUE, () -> shop.random.nextExponential(mean));
    }

    private static InventedShop regular(long seed, int buyers) {
        InventedShop shop = new InventedShop(seed);
        return shop.add(buyers, 300, () -> Integer.MAX_VALUE, () -> 30);
    }

    private static InventedShop onDays(long seed, int buyers, int days, int mostApart) {
        InventedShop shop = new InventedShop(seed);
        DoubleSupplier gap = () -> mostApart == 1 ? 1 : shop.random.nextInt(1, mostApart);
        return shop.add(buyers, 280, () -> days, gap);
    }

    private static InventedShop once(long seed, int buyers) {
        return onDays(seed, buyers, 1, 1);
    }

    private static InventedShop daily(InventedShop shop) {
        return shop.add(IntStream.range(0, InventedShop.LAST_DAY).boxed().toList());
    }

    private static InventedShop byTheModel(long seed, ModelKind kind) {
        InventedShop shop = new InventedShop(seed);
        SimulatedBuyers buyers = new SimulatedBuyers(new PurchaseModel(kind, .8, 40, .9, 2), seed);
        for (int i = 0; i < 3000; i++) {
            int first = i % 300;
            List<Integer> days = new ArrayList<>(List.of(first));
            buyers.repeats(InventedShop.LAST_DAY - first).forEach(at -> days.add(first + (int) Math.ceil(at)));
            shop.add(days.stream().filter(day -> day <= InventedShop.LAST_DAY).toList());
        }
        return shop;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("shops")
    void thereAreFiguresThatTellBuyersApartOrAReason(String kind, String outcome, LongFunction<InventedShop> shops) {
        for (long seed = 1; seed <= 2; seed++) {
            InventedShop shop = shops.apply(seed);
            ModelChoice choice = shop.choice();
            boolean isChosen = choice.chosen() != null;
            assertThat(choice.candidates()).extracting(Candidate::kind).containsExactly(ModelKind.values());
            assertThat(isChosen).isEqualTo(choice.flaw() == null);
            if (outcome != null) {
                assertThat(isChosen ? choice.chosen().kind() : choice.flaw()).hasToString(outcome);
            }
            if (isChosen) {
                assertTellsApart(choice.chosen().fit().model(), shop.histories());
            }
        }
    }

    private static void assertTellsApart(PurchaseModel model, WeightedHistories histories) {
        Set<Long> different = new HashSet<>();
        for (int i = 0; i < histories.points(); i++) {
            PurchaseHistory history = histories.history(i);
            double expected = model.expectedPurchases(history, QUARTER);
            assertThat(expected).isNotNegative().isFinite();
            assertThat(model.probabilityAlive(history)).isBetween(0., 1.);
            assertThat(model.probabilityOfPurchase(history, QUARTER)).isBetween(0., 1.);
            different.add(Math.round(expected * 1e4));
        }
        assertThat(different).hasSizeGreaterThan(10);
    }
}
