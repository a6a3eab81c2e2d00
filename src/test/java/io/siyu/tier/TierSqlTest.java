package io.siyu.tier;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.buyer.Tier;
import io.siyu.cycle.CycleBasis;
import io.siyu.cycle.MeanCycle;
import io.siyu.platform.sql.Sql;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** What the database takes for changed and what the policy judges must be the same, to the day and to the cent. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class TierSqlTest {
    private static final LocalDate TODAY = LocalDate.of(2024, 6, 1);

    @Inject
    Buyers buyers;

    @Inject
    BuyerStandings standings;

    @Inject
    BuyerTierWriter writer;

    @Inject
    Sql sql;

    private TestShop shop;
    private long shopId;

    @BeforeEach
    void createShop() {
        shop = TestShop.create();
        shopId = Long.parseLong(shop.id());
    }

    @Test
    void findsExactlyTheBuyersWhoseVerdictIsAnother() {
        Random random = new Random(11);
        for (int i = 0; i < 300; i++) {
            LocalDate[] days = IntStream.range(0, random.nextInt(7))
                    .mapToObj(day -> TODAY.minusDays(random.nextInt(120)))
                    .toArray(LocalDate[]::new);
            buyers.add(shop, "b" + i, BigDecimal.valueOf(random.nextInt(2000), 2), days);
        }
        SpendPercentiles spends = new SpendPercentiles();
        standings.forEachSpend(shopId, spends::add);
        TierPolicy standard = TierPolicy.standard();
        TierContext before = new TierContext(TODAY, new MeanCycle(CycleBasis.BUYERS, 4001, 190), spends);
        assertThat(standings.pageToJudge(shopId, standard, before, 0)).hasSize(300);
        write(standard, before);
        assertThat(standings.pageToJudge(shopId, standard, before, 0)).isEmpty();

        TierPolicy other = new TierPolicy(List.of(
                new TierRule(Tier.LEAD, null, 0, null, null),
                new TierRule(Tier.VIP, 2, 4, new BigDecimal("0.75"), new BigDecimal("60")),
                new TierRule(Tier.AT_RISK, null, null, new BigDecimal("2.25"), null),
                new TierRule(Tier.ACTIVE, null, null, null, null)));
        for (TierPolicy policy : List.of(standard, other)) {
            for (int days : new int[] {0, 1, 13, 40}) {
                for (MeanCycle mean : List.of(before.shopCycle(), new MeanCycle(CycleBasis.BUYERS, 4002, 191))) {
                    agreeOn(policy, new TierContext(TODAY.plusDays(days), mean, spends));
                }
            }
        }
    }

    private void agreeOn(TierPolicy policy, TierContext context) {
        List<Long> judged = standings.page(shopId, context.asOf(), 0).stream()
                .filter(one -> isChanged(one, policy.judge(one.history(), context)))
                .map(one -> one.history().buyerId())
                .toList();
        List<Long> found = standings.pageToJudge(shopId, policy, context, 0).stream()
                .map(one -> one.history().buyerId())
                .toList();
        assertThat(found).isEqualTo(judged);
    }

    private boolean isChanged(BuyerStanding one, TierVerdict verdict) {
        LocalDate due = sql.list(
                        "SELECT due_day FROM buyer WHERE shop_id = ? AND id = ?",
                        row -> row.dayAt("due_day"),
                        shopId,
                        one.history().buyerId())
                .get(0);
        return one.movesTo(verdict.tier()) || !java.util.Objects.equals(due, verdict.dueDay());
    }

    private void write(TierPolicy policy, TierContext context) {
        writer.write(
                shopId,
                standings.page(shopId, context.asOf(), 0).stream()
                        .map(one -> new BuyerTierWriter.Judged(one, policy.judge(one.history(), context)))
                        .toList(),
                context.asOf(),
                java.time.Instant.parse("2024-06-01T00:00:00Z"));
    }
}
