package io.siyu.retrospective;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.siyu.platform.sql.Sql;
import io.siyu.retrospective.AudienceStage.Sent;
import io.siyu.retrospective.comparison.Proportion;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;
import org.assertj.core.data.Offset;
import org.hipparchus.distribution.continuous.TDistribution;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(Database.class)
class RetrospectiveFiguresResourceTest {
    private static final Offset<Double> SIX_DIGITS = Offset.offset(5e-7);
    private static final Offset<Double> FOUR_DIGITS = Offset.offset(5e-5);

    @Inject
    Sql sql;

    @Inject
    Buyers buyers;

    private TestShop shop;
    private String campaign;
    private Instant start;
    private AudienceStage stage;

    @BeforeEach
    void draft() {
        shop = TestShop.create();
        campaign = new TestCampaign(shop).filled();
        start = TestCampaign.startOf(campaign);
        stage = new AudienceStage(sql, shop, campaign);
    }

    private Instant hour(int hours) {
        return start.plus(Duration.ofHours(hours));
    }

    private JsonPath seen() {
        return As.seen(As.marketer(), "/campaigns/{id}/retrospective", campaign);
    }

    /** Case 14 of what was seen: an order is put down to the last contact before it, and nothing is lost or doubled. */
    @Test
    void r17SalesAreAttributedByTheLastContactBeforeTheOrderAndAddUp() {
        long a = stage.included();
        long b = stage.included();
        long d = stage.list("INCLUDED", shop.account2(), "VIP");
        long h = stage.heldOut();
        long left = stage.list("LEFT_OUT", null, "NEW");
        stage.contact(new Sent(campaign, a, shop.account1(), shop.staff1Id(), 1, 1), hour(10));
        stage.contact(new Sent(campaign, a, shop.account1(), shop.staff2Id(), 2, 2), hour(34));
        stage.contact(new Sent(campaign, b, shop.account1(), shop.staff1Id(), 1, 1), hour(20));
        stage.contact(new Sent(campaign, 0, shop.account1(), shop.staff1Id(), 9, 5), hour(12));
        stage.contact(new Sent(null, d, shop.account2(), shop.staff2Id(), 77, 1), hour(1));
        stage.buy(a, hour(11), "100.00");
        stage.buy(a, hour(35), "50.00");
        stage.buy(b, hour(11), "30.00");
        stage.buy(b, hour(12), "0.25");
        stage.buy(b, hour(13), "20.00");
        stage.buy(b, hour(21), "10.50");
        stage.buy(d, hour(30), "5.00");
        stage.buy(h, hour(40), "7.00");
        stage.buy(left, hour(20), "11.00");
        stage.buy(null, hour(20), "13.00");
        stage.buy(a, hour(6 * 24).minusSeconds(1), "1.00");
        stage.buy(a, hour(6 * 24), "1000.00");
        stage.buy(a, start.minusSeconds(1), "1000.00");

        JsonPath seen = seen();

        BigDecimal attributed = sum("100", "50", "20", "10.50", "1");
        BigDecimal not = sum("30", "0.25", "5", "7");
        BigDecimal outside = sum("11", "13");
        assertThat(seen.getString("basis")).isEqualTo("AUDIENCE");
        assertThat(money(seen, "attributedSales.netAmount")).isEqualByComparingTo(attributed);
        assertThat(money(seen, "notAttributedSales.netAmount")).isEqualByComparingTo(not);
        assertThat(money(seen, "audienceSales.netAmount")).isEqualByComparingTo(attributed.add(not));
        assertThat(money(seen, "outsideSales.netAmount")).isEqualByComparingTo(outside);
        assertThat(money(seen, "sales.netAmount"))
                .isEqualByComparingTo(attributed.add(not).add(outside));
        assertThat(seen.getInt("attributedSales.orders")).isEqualTo(5);
        assertThat(seen.getInt("attributedSales.buyers")).isEqualTo(2);
        assertThat(seen.getDouble("shareOfShopSales"))
                .isCloseTo(
                        attributed.doubleValue()
                                / attributed.add(not).add(outside).doubleValue(),
                        SIX_DIGITS);
        assertThat(sold(seen, "byPost.find { it.key.id == '1' }")).isEqualByComparingTo(sum("100", "10.50"));
        assertThat(sold(seen, "byPost.find { it.key.id == '2' }")).isEqualByComparingTo(sum("50", "1"));
        assertThat(sold(seen, "byPost.find { it.key.id == '9' }")).isEqualByComparingTo("20");
        assertThat(sold(seen, "byScript.find { it.version == 2 }")).isEqualByComparingTo("51");
        assertThat(sold(seen, "byStaff.find { it.key.name == 'STAFF2' }")).isEqualByComparingTo("51");
        assertThat(sold(seen, "byAccount.find { it.key.name == '小雅' }")).isEqualByComparingTo(attributed);
        assertThat(sold(seen, "byTier.find { it.key == 'NEW' }")).isEqualByComparingTo(attributed);
        assertThat(seen.getList("attributed.byDay")).hasSize(6);
        assertThat(money(seen, "attributed.byDay[0].attributed.netAmount"))
                .isEqualByComparingTo(sum("100", "20", "10.5"));
        assertThat(money(seen, "attributed.byDay[5].attributed.netAmount")).isEqualByComparingTo("1");
        assertThat(seen.getList("attributed.byDay.shop.netAmount", String.class).stream()
                        .map(BigDecimal::new)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo(money(seen, "sales.netAmount"));
    }

    @Test
    void r17TheNewlyMeasuredCycleIsTheSeedOfTheNextPlan() {
        LocalDate today = buyers.today();
        buyers.add(shop, "a", today.minusDays(40), today.minusDays(30));
        buyers.add(shop, "b", today.minusDays(50), today.minusDays(38), today.minusDays(26));
        buyers.changed(shop);

        JsonPath seen = seen();

        JsonPath measured = As.seen(As.marketer(), "/shops/{shop}/repurchase-cycle", shop.id());
        assertThat(measured.getInt("intervals")).isEqualTo(3);
        for (String figure : List.of("basis", "asOf", "intervals", "meanDays", "confidence", "cadenceDays")) {
            assertThat(seen.<Object>get("cycle." + figure)).as(figure).isEqualTo(measured.get(figure));
        }
        assertThat(seen.getInt("next.cadenceDays")).isEqualTo(measured.getInt("cadenceDays"));
        assertThat(LocalDate.parse(seen.getString("next.startDay")))
                .isAfterOrEqualTo(TestCampaign.startDay().plusDays(measured.getInt("cadenceDays")));
    }

    /** Case 14: as they were listed, whether anybody wrote to them or not. */
    @Test
    void r17ComparedAreAllIncludedWithAllHeldOutAsListedWithIntervals() {
        double[] spent = {20, 35.5, 0, 0, 12, 0, 0, 0};
        double[] others = {0, 9, 0, 0, 0};
        for (double amount : spent) {
            buying(stage.included(), amount);
        }
        for (double amount : others) {
            buying(stage.heldOut(), amount);
        }
        buying(stage.list("LEFT_OUT", null, "NEW"), 99);

        JsonPath seen = seen();

        assertThat(List.of(seen.getInt("included.buyers"), seen.getInt("included.repurchased")))
                .containsExactly(8, 3);
        assertThat(List.of(seen.getInt("heldOut.buyers"), seen.getInt("heldOut.repurchased")))
                .containsExactly(5, 1);
        assertThat(seen.getString("included.netAHead")).isEqualTo("8.4375");
        Proportion.Interval rates = new Proportion(3, 8).minus(new Proportion(1, 5));
        assertThat(seen.getDouble("effect.difference")).isCloseTo(3 / 8.0 - 1 / 5.0, SIX_DIGITS);
        assertThat(seen.getDouble("effect.low95")).isCloseTo(rates.low(), SIX_DIGITS);
        assertThat(seen.getDouble("effect.high95")).isCloseTo(rates.high(), SIX_DIGITS);
        double[] welch = welch(spent, others);
        assertThat(money(seen, "salesEffect.difference").doubleValue())
                .isCloseTo(mean(spent) - mean(others), FOUR_DIGITS);
        assertThat(money(seen, "salesEffect.low95").doubleValue()).isCloseTo(welch[0], FOUR_DIGITS);
        assertThat(money(seen, "salesEffect.high95").doubleValue()).isCloseTo(welch[1], FOUR_DIGITS);
    }

    @Test
    void r17AHeldOutFollowerWhoWasWrittenToIsContaminatedAndLeftOut() {
        stage.included();
        buying(stage.heldOut(), 3);
        long sentADailyOne = stage.heldOut();
        buying(sentADailyOne, 8);
        stage.contact(new Sent(null, sentADailyOne, shop.account1(), shop.staff1Id(), 77, 1), hour(100));
        long before = stage.heldOut();
        stage.contact(new Sent(null, before, shop.account1(), shop.staff1Id(), 77, 1), start.minusSeconds(60));
        long afterwards = stage.heldOut();
        stage.contact(new Sent(null, afterwards, shop.account1(), shop.staff1Id(), 77, 1), hour(6 * 24));

        JsonPath seen = seen();

        assertThat(List.of(seen.getInt("heldOut.buyers"), seen.getInt("heldOut.repurchased")))
                .containsExactly(3, 1);
        assertThat(List.of(seen.getInt("contaminated.buyers"), seen.getInt("contaminated.repurchased")))
                .containsExactly(1, 1);
        assertThat(seen.getString("contaminated.netAmount")).isEqualTo("8.00");
        assertThat(seen.getString("audienceSales.netAmount")).isEqualTo("11.00");
    }

    @Test
    void r17TwoWhoProvedToBeOneAreOnePerson() {
        long kept = stage.included();
        long gone = stage.included();
        long keptElsewhere = stage.stranger();
        long goneThere = stage.heldOut();
        long keptMixed = stage.included();
        long goneMixed = stage.heldOut();
        merge(kept, gone);
        merge(keptElsewhere, goneThere);
        merge(keptMixed, goneMixed);
        buying(kept, 4);
        buying(keptElsewhere, 5);
        buying(keptMixed, 6);

        JsonPath seen = seen();

        assertThat(List.of(seen.getInt("included.buyers"), seen.getInt("included.repurchased")))
                .containsExactly(1, 1);
        assertThat(List.of(seen.getInt("heldOut.buyers"), seen.getInt("heldOut.repurchased")))
                .containsExactly(1, 1);
        assertThat(List.of(seen.getInt("contaminated.buyers"), seen.getInt("contaminated.repurchased")))
                .containsExactly(1, 1);
        assertThat(seen.getString("audienceSales.netAmount")).isEqualTo("15.00");
        assertThat(seen.getString("outsideSales.netAmount")).isEqualTo("0.00");
    }

    @Test
    void r17CampaignsOfMomentsAloneHaveTheFollowersOfTheirAccounts() {
        sql.update("UPDATE campaign_post SET removed = TRUE WHERE shop_id = ? AND kind <> 'MOMENT'", shop.id());
        stage.task("MOMENT", shop.account1(), 9, hour(12), hour(12));
        long follows = stage.stranger();
        long lostMeanwhile = stage.stranger();
        long lostBefore = stage.stranger();
        long elsewhere = stage.stranger();
        stage.follow(follows, shop.account1(), "ADDED", hour(-100), null);
        stage.follow(lostMeanwhile, shop.account1(), "LOST", hour(-100), hour(30));
        stage.follow(lostBefore, shop.account1(), "LOST", hour(-100), hour(-10));
        stage.follow(elsewhere, shop.account2(), "ADDED", hour(-100), null);
        int others = sql.first(
                        "SELECT COUNT(*) AS n FROM follower WHERE shop_id = ? AND account_id = ? AND status = 'ADDED'"
                                + " AND added_at IS NOT NULL AND id <> ?",
                        row -> row.intAt("n"),
                        shop.id(),
                        shop.account1(),
                        follows)
                .orElseThrow();
        stage.contact(new Sent(campaign, 0, shop.account1(), shop.staff1Id(), 9, 5), hour(12));
        stage.buy(follows, hour(11), "3.00");
        stage.buy(follows, hour(13), "40.00");
        stage.buy(lostMeanwhile, hour(14), "2.00");
        stage.buy(lostBefore, hour(14), "100.00");
        stage.buy(elsewhere, hour(14), "100.00");

        JsonPath seen = seen();

        assertThat(seen.getString("basis")).isEqualTo("FOLLOWERS_OF_ACCOUNTS");
        assertThat(seen.getInt("included.buyers")).isEqualTo(2 + others);
        assertThat(seen.getString("attributedSales.netAmount")).isEqualTo("42.00");
        assertThat(seen.getString("notAttributedSales.netAmount")).isEqualTo("3.00");
        assertThat(seen.getString("outsideSales.netAmount")).isEqualTo("200.00");
        assertThat(seen.getDouble("shareOfShopSales")).isCloseTo(42 / 245.0, SIX_DIGITS);
        assertThat(seen.<Object>get("effect")).isNull();
    }

    @Test
    void r17VariantsOfASlotHaveTheirDifferenceWithItsInterval() {
        double[] ofA = {10, 0, 0, 30};
        double[] ofB = {0, 0, 25};
        for (double amount : ofA) {
            varied(stage.included(), "hello", "A", amount);
        }
        for (double amount : ofB) {
            varied(stage.included(), "hello", "B", amount);
        }
        varied(stage.included(), "tier", "NEW", 1);
        varied(stage.list("INCLUDED", shop.account1(), "VIP"), "tier", "VIP", 2);
        varied(stage.included(), "post:1", "ALL", 0);

        JsonPath seen = seen();

        assertThat(seen.getList("variants.slot")).containsExactly("hello", "tier");
        assertThat(seen.getList("variants[0].variants.variant")).containsExactly("A", "B");
        assertThat(seen.<Object>get("variants[0].variants[0].effect")).isNull();
        assertThat(List.of(
                        seen.getInt("variants[0].variants[1].group.buyers"),
                        seen.getInt("variants[0].variants[1].group.repurchased")))
                .containsExactly(3, 1);
        Proportion.Interval rates = new Proportion(1, 3).minus(new Proportion(2, 4));
        assertThat(seen.getDouble("variants[0].variants[1].effect.low95")).isCloseTo(rates.low(), SIX_DIGITS);
        assertThat(seen.getDouble("variants[0].variants[1].effect.high95")).isCloseTo(rates.high(), SIX_DIGITS);
        assertThat(money(seen, "variants[0].variants[1].salesEffect.low95").doubleValue())
                .isCloseTo(welch(ofB, ofA)[0], FOUR_DIGITS);
        // Those are different people to begin with.
        assertThat(seen.<Object>get("variants[1].variants[1].effect")).isNull();
    }

    @Test
    void r17PlanAgainstActualCountsRecipientsAddsLossesAndBreaches() {
        As.change(As.marketer(), "/campaigns/{id}", Map.of("salesTarget", "200.00"), campaign);
        long a = stage.included();
        stage.write(a, hour(1));
        stage.buy(a, hour(2), "50.00");
        String done = stage.task("PRIVATE", shop.account1(), 1, hour(10), hour(11));
        stage.recipient(done, a, "SENT", hour(1));
        stage.recipient(done, stage.included(), "MISSED", hour(11));
        stage.recipient(done, stage.included(), "FAILED", hour(9));
        stage.recipient(done, stage.included(), "SKIPPED", hour(9));
        stage.task("MOMENT", shop.account1(), 9, hour(12), hour(12));
        stage.task("MOMENT", shop.account2(), 9, hour(12), null);
        long won = stage.stranger();
        stage.follow(won, shop.account1(), "ADDED", hour(3), null);
        stage.follow(stage.stranger(), shop.account1(), "ADDED", hour(-3), null);
        stage.lose(won, shop.account1(), hour(50));
        stage.breach("PRIVATE_PER_DAY", hour(1));
        stage.breach("QUIET_HOURS", hour(-1));

        JsonPath seen = seen();

        assertThat(seen.getString("plan.salesTarget")).isEqualTo("200.00");
        assertThat(seen.getString("plan.sold")).isEqualTo("50.00");
        assertThat(seen.getDouble("plan.soldOfTarget")).isEqualTo(0.25);
        int posts = As.seen(As.marketer(), "/campaigns/{id}/posts", campaign)
                .getList("items")
                .size();
        assertThat(seen.getInt("plan.postsPlanned")).isEqualTo(posts);
        assertThat(seen.getInt("plan.postsDone")).isEqualTo(1);
        assertThat(List.of(
                        seen.getInt("recipients.planned"),
                        seen.getInt("recipients.sent"),
                        seen.getInt("recipients.failed"),
                        seen.getInt("recipients.skipped"),
                        seen.getInt("recipients.missed")))
                .containsExactly(4, 1, 1, 1, 1);
        assertThat(seen.getDouble("recipients.sentRate")).isEqualTo(0.25);
        assertThat(seen.getInt("missed.recipients")).isEqualTo(1);
        assertThat(seen.getInt("missed.tasks")).isEqualTo(1);
        assertThat(seen.getString("missed.items[0].taskId")).isEqualTo(done);
        assertThat(seen.getInt("growth.adds")).isEqualTo(1);
        assertThat(seen.getInt("growth.losses")).isEqualTo(1);
        assertThat(seen.getInt("growth.lossesByReason.DELETED_US")).isEqualTo(1);
        assertThat(seen.getMap("breaches")).isEqualTo(Map.of("PRIVATE_PER_DAY", 1, "QUIET_HOURS", 1));
        assertThat(seen.getInt("next.cadenceDays")).isEqualTo(seen.getInt("cycle.cadenceDays"));
        assertThat(seen.getDouble("shareAim")).isEqualTo(0.7);
    }

    private void buying(long buyer, double amount) {
        if (amount > 0) {
            stage.buy(buyer, hour(30), Double.toString(amount));
        }
    }

    private void varied(long buyer, String slot, String variant, double amount) {
        stage.variant(buyer, slot, variant);
        buying(buyer, amount);
    }

    private void merge(long kept, long gone) {
        sql.update("UPDATE buyer SET merged_into = ? WHERE shop_id = ? AND id = ?", kept, shop.id(), gone);
        sql.update(
                "INSERT INTO buyer_merge (shop_id, id, kept_id, gone_id, made_at) VALUES (?,?,?,?,?)",
                shop.id(),
                gone,
                kept,
                gone,
                start);
    }

    private static double mean(double[] numbers) {
        return Arrays.stream(numbers).average().orElseThrow();
    }

    private static double[] welch(double[] some, double[] others) {
        double one = variance(some) / some.length;
        double other = variance(others) / others.length;
        double freedom =
                Math.pow(one + other, 2) / (one * one / (some.length - 1) + other * other / (others.length - 1));
        double reach = new TDistribution(freedom).inverseCumulativeProbability(0.975) * Math.sqrt(one + other);
        double difference = mean(some) - mean(others);
        return new double[] {difference - reach, difference + reach};
    }

    private static double variance(double[] numbers) {
        double mean = mean(numbers);
        return Arrays.stream(numbers).map(x -> (x - mean) * (x - mean)).sum() / (numbers.length - 1);
    }

    private static BigDecimal sum(String... amounts) {
        return Arrays.stream(amounts).map(BigDecimal::new).reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static BigDecimal money(JsonPath seen, String path) {
        return new BigDecimal(seen.getString(path));
    }

    private static BigDecimal sold(JsonPath seen, String which) {
        return money(seen, "attributed." + which + ".sales.netAmount");
    }
}
