package io.siyu.tier.run;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.buyer.Tier;
import io.siyu.buyer.standing.KeptCycle;
import io.siyu.cycle.measure.CycleBasis;
import io.siyu.cycle.measure.MeanCycle;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.IdPage;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import io.siyu.tier.BuyerHistory;
import io.siyu.tier.ShopSums;
import io.siyu.tier.SpendPercentiles;
import io.siyu.tier.TierContext;
import io.siyu.tier.TierPolicy;
import io.siyu.tier.TierRule;
import io.siyu.tier.TierVerdict;
import io.siyu.tier.list.BuyerHistories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** What the database decides and what the policy judges must be the same, to the day, to the cent and to the word. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class TierSqlTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 6, 1);
    private static final Instant NOW = Instant.parse("2024-06-01T00:00:00Z");

    private static final TierPolicy OTHER = new TierPolicy(List.of(
            new TierRule(Tier.LEAD, null, 0, null, null),
            new TierRule(Tier.VIP, 2, 4, new BigDecimal("0.75"), new BigDecimal("60")),
            new TierRule(Tier.AT_RISK, null, null, new BigDecimal("2.25"), null),
            new TierRule(Tier.LOYAL, null, null, null, new BigDecimal("12.5")),
            new TierRule(Tier.ACTIVE, null, null, null, null)));

    @Inject
    Buyers buyers;

    @Inject
    BuyerHistories histories;

    @Inject
    ShopSums sums;

    @Inject
    BuyerTierWriter writer;

    @Inject
    Sql sql;

    private long shopId;

    /** What is stored of a buyer. */
    private record Stored(Tier tier, LocalDate since) {}

    @BeforeEach
    void createShop() {
        TestShop shop = TestShop.create();
        shopId = Long.parseLong(shop.id());
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            LocalDate[] days = IntStream.range(0, random.nextInt(7))
                    .mapToObj(day -> TODAY.minusDays(random.nextInt(120)))
                    .toArray(LocalDate[]::new);
            buyers.add(shop, "b" + i, BigDecimal.valueOf(random.nextInt(2000), 2), days);
        }
    }

    @Test
    void verdictsMovesAndReasonsAreThePolicys() {
        MeanCycle mean = new MeanCycle(CycleBasis.BUYERS, 4001, 190);
        MeanCycle next = new MeanCycle(CycleBasis.BUYERS, 4002, 191);
        for (TierPolicy policy : List.of(TierPolicy.standard(), OTHER, TierPolicy.standard())) {
            for (int days : new int[] {0, 1, 13, 40}) {
                agreeOn(policy, TODAY.plusDays(days), mean, false);
                agreeOn(policy, TODAY.plusDays(days), next, false);
            }
        }
    }

    @Test
    void onPastDaysLaterPurchasesDoNotExist() {
        MeanCycle mean = new MeanCycle(CycleBasis.BUYERS, 4001, 190);
        agreeOn(TierPolicy.standard(), TODAY, mean, false);
        for (int ago : new int[] {5, 30, 59, 60, 118}) {
            agreeOn(TierPolicy.standard(), TODAY.minusDays(ago), mean, true);
            agreeOn(OTHER, TODAY.minusDays(ago), mean, true);
        }
    }

    @Test
    void nothingIsWrittenTwice() {
        TierContext context = context(TODAY, new MeanCycle(CycleBasis.BUYERS, 4001, 190), false);
        BuyerTierWriter.Judging judging = judging(TierPolicy.standard(), context, false);
        IdPage page = writer.page(judging, writer.toJudge(judging, 0));
        assertThat(page.ids()).hasSize(300);
        writer.write(judging, page, NOW);

        BuyerTierWriter.Judging again = judging(TierPolicy.standard(), context, false);
        assertThat(writer.toJudge(again, 0)).isEmpty();
        List<Integer> before = versions();
        assertThat(writer.write(again, new IdPage(page.ids(), true), NOW)).isZero();
        assertThat(writer.write(again, new IdPage(page.ids(), false), NOW)).isZero();
        assertThat(versions()).isEqualTo(before);
    }

    private void agreeOn(TierPolicy policy, LocalDate day, MeanCycle mean, boolean isPast) {
        TierContext context = context(day, mean, isPast);
        List<BuyerHistory> known = histories.page(shopId, day, 0);
        Map<Long, Stored> before = stored();
        assertThat(preview(policy, context, isPast)).isEqualTo(judged(known, policy, context));
        BuyerTierWriter.Judging judging = judging(policy, context, isPast);
        IdPage page = writer.page(judging, writer.toJudge(judging, 0));
        int moved = writer.write(judging, new IdPage(page.ids(), day.getDayOfMonth() % 2 == 0), NOW);

        Map<Long, Stored> after = stored();
        List<String> moves = new ArrayList<>();
        for (BuyerHistory buyer : known) {
            TierVerdict verdict = policy.judge(buyer, context);
            Stored was = before.get(buyer.buyerId());
            boolean isMove = was.since() == null || was.tier() != verdict.tier();
            assertThat(after.get(buyer.buyerId()))
                    .as("%s as of %s", buyer, day)
                    .isEqualTo(new Stored(verdict.tier(), isMove ? day : was.since()));
            if (isMove) {
                Tier from = was.since() == null ? null : was.tier();
                moves.add(buyer.buyerId() + " " + from + ">" + verdict.tier() + " " + day + " " + verdict.reason());
            }
        }
        assertThat(moved).isEqualTo(moves.size());
        if (!isPast) {
            Map<Long, LocalDate> dueDays = new HashMap<>();
            known.forEach(buyer ->
                    dueDays.put(buyer.buyerId(), policy.judge(buyer, context).dueDay()));
            assertThat(dueDays(mean)).isEqualTo(dueDays);
        }
        assertThat(moves(judging.runNo())).isEqualTo(moves);
    }

    private TierContext context(LocalDate day, MeanCycle mean, boolean isPast) {
        SpendPercentiles spends = new SpendPercentiles();
        sums.forEach(new ShopSums.AsOf(shopId, day, isPast), (lastDay, days, spend) -> spends.add(spend));
        SpendPercentiles expected = new SpendPercentiles();
        histories.page(shopId, day, 0).stream()
                .filter(BuyerHistory::hasPurchased)
                .forEach(buyer -> expected.add(buyer.netSpend()));
        assertThat(spends.count()).isEqualTo(expected.count());
        for (int percentile = 1; percentile <= 100; percentile++) {
            assertThat(spends.at(BigDecimal.valueOf(percentile)))
                    .isEqualTo(expected.at(BigDecimal.valueOf(percentile)));
        }
        return new TierContext(day, mean, spends);
    }

    private BuyerTierWriter.Judging judging(TierPolicy policy, TierContext context, boolean isPast) {
        return new BuyerTierWriter.Judging(shopId, Id.nextValue(), policy, context, isPast);
    }

    private Map<Tier, Map<Tier, Long>> preview(TierPolicy policy, TierContext context, boolean isPast) {
        Map<Tier, Map<Tier, Long>> preview = new EnumMap<>(Tier.class);
        sums.judge(shopId, policy, context, isPast)
                .forEach(judged -> preview.computeIfAbsent(judged.from(), from -> new EnumMap<>(Tier.class))
                        .merge(judged.to(), judged.buyers(), Long::sum));
        return preview;
    }

    private Map<Tier, Map<Tier, Long>> judged(List<BuyerHistory> known, TierPolicy policy, TierContext context) {
        Map<Tier, Map<Tier, Long>> judged = new EnumMap<>(Tier.class);
        Map<Long, Stored> stored = stored();
        known.forEach(
                buyer -> judged.computeIfAbsent(stored.get(buyer.buyerId()).tier(), from -> new EnumMap<>(Tier.class))
                        .merge(policy.judge(buyer, context).tier(), 1L, Long::sum));
        return judged;
    }

    private Map<Long, Stored> stored() {
        Map<Long, Stored> stored = new HashMap<>();
        sql.list(
                "SELECT id, tier, tier_since FROM buyer WHERE shop_id = ?",
                row -> stored.put(
                        row.longAt("id"), new Stored(row.enumAt("tier", Tier.class), row.dayAt("tier_since"))),
                shopId);
        return stored;
    }

    private Map<Long, LocalDate> dueDays(MeanCycle mean) {
        Map<Long, LocalDate> dueDays = new HashMap<>();
        sql.list(
                SqlFragment.of("SELECT b.id, ")
                        .add(new KeptCycle(mean.days(), mean.intervals()).dueDay())
                        .add(" AS due_day FROM buyer b WHERE b.shop_id = ?", shopId),
                row -> dueDays.put(row.longAt("id"), row.dayAt("due_day")));
        return dueDays;
    }

    private List<String> moves(long runNo) {
        return sql.list(
                "SELECT buyer_id, from_tier, to_tier, day, reason FROM buyer_tier_move WHERE shop_id = ? AND run_no = ?"
                        + " ORDER BY buyer_id",
                row -> row.longAt("buyer_id") + " " + Objects.toString(row.textAt("from_tier")) + ">"
                        + row.textAt("to_tier") + " " + row.dayAt("day") + " " + row.textAt("reason"),
                shopId,
                runNo);
    }

    private List<Integer> versions() {
        return sql.list("SELECT version FROM buyer WHERE shop_id = ? ORDER BY id", row -> row.intAt("version"), shopId);
    }
}
