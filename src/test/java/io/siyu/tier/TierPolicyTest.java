package io.siyu.tier;

import io.siyu.buyer.Tier;
import io.siyu.cycle.measure.CycleBasis;
import io.siyu.cycle.measure.MeanCycle;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

class TierPolicyTest {
    private static final LocalDate AS_OF = LocalDate.of(2026, 6, 30);
    private static final MeanCycle THIRTY = MeanCycle.DEFAULT;

    /** A buyer in small numbers: n purchase days over a span, the last so many days ago, spend in cents. */
    record Drawn(int days, int extraSpan, int ago, int cents) {
        BuyerHistory history(long id) {
            if (days == 0) {
                return new BuyerHistory(id, "b" + id, 0, null, null, new BigDecimal("0.00"));
            }
            LocalDate last = AS_OF.minusDays(ago);
            return new BuyerHistory(id, "b" + id, days, last.minusDays(span()), last, BigDecimal.valueOf(cents, 2));
        }

        int span() {
            return days == 1 ? 0 : days - 1 + extraSpan;
        }
    }

    @Provide
    Arbitrary<List<Drawn>> shops() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 7),
                        Arbitraries.integers().between(0, 200),
                        Arbitraries.integers().between(0, 300),
                        Arbitraries.integers().between(0, 400))
                .as(Drawn::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(25);
    }

    @Property(tries = 500)
    void theStandardPolicyEqualsItsWording(
            @ForAll("shops") List<Drawn> drawn,
            @ForAll @IntRange(min = 1, max = 3000) int shopDays,
            @ForAll @IntRange(min = 1, max = 60) int shopIntervals) {
        MeanCycle shop = new MeanCycle(CycleBasis.BUYERS, shopDays, shopIntervals);
        TierContext context = new TierContext(AS_OF, shop, spends(drawn));
        for (int i = 0; i < drawn.size(); i++) {
            TierVerdict verdict = TierPolicy.standard().judge(drawn.get(i).history(i), context);
            assertThat(verdict.tier()).isEqualTo(worded(drawn.get(i), drawn, shopDays, shopIntervals));
        }
    }

    /** The rules as product people write them, in whole numbers: r > x means ago·K·(n+1) > x·(span·K + 2·S). */
    private static Tier worded(Drawn buyer, List<Drawn> all, long shopDays, long shopIntervals) {
        if (buyer.days() == 0) {
            return Tier.LEAD;
        }
        long elapsed = buyer.ago() * shopIntervals * (buyer.days() + 1);
        long cycle = buyer.span() * shopIntervals + 2 * shopDays;
        if (elapsed > 3 * cycle) {
            return Tier.LOST;
        }
        if (2 * elapsed > 3 * cycle) {
            return Tier.AT_RISK;
        }
        List<Integer> spends = all.stream()
                .filter(b -> b.days() > 0)
                .map(Drawn::cents)
                .sorted()
                .toList();
        int ninetieth = spends.get((9 * spends.size() + 9) / 10 - 1);
        if (buyer.days() >= 5 && buyer.cents() >= ninetieth) {
            return Tier.VIP;
        }
        return buyer.days() >= 3 ? Tier.LOYAL : buyer.days() == 2 ? Tier.ACTIVE : Tier.NEW;
    }

    @Property
    void aPercentileIsTheValueAtItsNearestRank(
            @ForAll @Size(min = 1, max = 50) List<@IntRange(max = 1000) Integer> cents,
            @ForAll @IntRange(min = 1, max = 100) int percentile) {
        SpendPercentiles spends = new SpendPercentiles();
        cents.forEach(c -> spends.add(BigDecimal.valueOf(c, 2)));
        BigDecimal value = spends.at(BigDecimal.valueOf(percentile));

        long atMost = cents.stream()
                .filter(c -> BigDecimal.valueOf(c, 2).compareTo(value) <= 0)
                .count();
        long below = cents.stream()
                .filter(c -> BigDecimal.valueOf(c, 2).compareTo(value) < 0)
                .count();
        assertThat(atMost * 100).isGreaterThanOrEqualTo((long) percentile * cents.size());
        assertThat(below * 100).isLessThan((long) percentile * cents.size());
    }

    @Test
    void aBuyerWithoutPurchasesHasNoCycleAndNoDueDay() {
        TierVerdict verdict = judge(new Drawn(0, 0, 0, 0));

        assertThat(verdict).isEqualTo(new TierVerdict(Tier.LEAD, null, null, "n = 0"));
    }

    @Test
    void theReasonTellsTheFiguresThatDecided() {
        assertThat(judge(new Drawn(1, 0, 96, 100)).reason()).isEqualTo("r 3.20 > 3, n = 1");
        assertThat(judge(new Drawn(6, 0, 1, 100)).reason()).isEqualTo("n = 6, spend 1.00 >= 1.00 (90th percentile)");
    }

    @Test
    void exactlyOneAndAHalfCyclesAreNotYetAtRisk() {
        assertThat(judge(new Drawn(1, 0, 45, 100)).tier()).isEqualTo(Tier.NEW);
        assertThat(judge(new Drawn(1, 0, 46, 100)).tier()).isEqualTo(Tier.AT_RISK);
    }

    private static TierVerdict judge(Drawn buyer) {
        TierContext context = new TierContext(AS_OF, THIRTY, spends(List.of(buyer)));
        return TierPolicy.standard().judge(buyer.history(1), context);
    }

    private static SpendPercentiles spends(List<Drawn> drawn) {
        SpendPercentiles spends = new SpendPercentiles();
        drawn.stream().filter(b -> b.days() > 0).forEach(b -> spends.add(BigDecimal.valueOf(b.cents(), 2)));
        return spends;
    }
}
