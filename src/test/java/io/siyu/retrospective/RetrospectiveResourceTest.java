package io.siyu.retrospective;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.siyu.platform.sql.Sql;
import io.siyu.retrospective.comparison.Proportion;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.OpenTasks;
import io.siyu.support.ServiceClock;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(Database.class)
class RetrospectiveResourceTest {
    private static final Offset<Double> SIX_DIGITS = Offset.offset(5e-7);

    @Inject
    Buyers buyers;

    @Inject
    Sql sql;

    @AfterEach
    void freeClock() {
        ServiceClock.free();
    }

    @Test
    void aCampaignIsHeldAgainstItsPlanAndAgainstWhoWasHeldOut() {
        TestShop shop = TestShop.create();
        String campaign = new TestCampaign(shop).ready();
        LocalDate start =
                LocalDate.parse(As.marketer().get("/campaigns/{id}", campaign).path("startDay"));
        sql.update("DELETE FROM campaign_audience WHERE shop_id = ? AND campaign_id = ?", shop.id(), campaign);
        sql.update(
                "DELETE FROM task_recipient WHERE shop_id = ? AND task_id IN"
                        + " (SELECT id FROM task WHERE shop_id = ? AND campaign_id = ?)",
                shop.id(),
                shop.id(),
                campaign);
        reach(shop, campaign, "a", start.plusDays(1));
        reach(shop, campaign, "b", start.minusDays(10));
        reach(shop, campaign, "c", start.plusDays(6));
        holdOut(shop, campaign, "d", start.plusDays(2));
        holdOut(shop, campaign, "e", start.minusDays(1));
        buyers.add(shop, "stranger", start.plusDays(5));
        json(As.marketer())
                .body(Map.of("lessons", "早了"))
                .put(lessons(campaign))
                .then()
                .statusCode(409);
        doOneMoment(shop, campaign);
        ServiceClock.set(TestCampaign.endOf(campaign).plusSeconds(1));

        JsonPath seen = As.seen(As.marketer(), "/campaigns/{id}/retrospective", campaign);
        assertThat(seen.getString("window.to")).isEqualTo(start.plusDays(5).toString());
        assertThat(seen.getInt("total.tasks")).isEqualTo(25);
        assertThat(seen.getInt("total.done")).isEqualTo(1);
        assertThat(seen.getInt("total.likes")).isEqualTo(7);
        assertThat(seen.getInt("missed.tasks")).isEqualTo(24);
        assertThat(seen.getList("missed.items")).hasSize(24);
        assertThat(seen.getList("byDay")).hasSize(3);
        assertThat(seen.getList("byStaff.key.name")).contains("MARKETER", "STAFF1", "STAFF2");
        assertThat(seen.getInt("recipients.sent")).isEqualTo(3);
        assertThat(seen.getInt("sales.orders")).isEqualTo(3);
        assertThat(seen.getString("sales.netAmount")).isEqualTo("30.00");
        assertThat(seen.getString("audienceSales.netAmount")).isEqualTo("20.00");
        assertThat(List.of(seen.getInt("included.buyers"), seen.getInt("included.repurchased")))
                .containsExactly(3, 1);
        assertThat(List.of(seen.getInt("heldOut.buyers"), seen.getInt("heldOut.repurchased")))
                .containsExactly(2, 1);
        Proportion.Interval interval = new Proportion(1, 3).minus(new Proportion(1, 2));
        assertThat(seen.getDouble("effect.difference")).isCloseTo(1 / 3.0 - 0.5, SIX_DIGITS);
        assertThat(seen.getDouble("effect.low95")).isCloseTo(interval.low(), SIX_DIGITS);
        assertThat(seen.getDouble("effect.high95")).isCloseTo(interval.high(), SIX_DIGITS);
        assertThat(seen.getString("cycle.basis")).isEqualTo("DEFAULT");

        json(As.marketer())
                .body(Map.of("lessons", List.of("早两天备货", "私聊晚上发")))
                .put(lessons(campaign))
                .then()
                .statusCode(200)
                .body("lessons", contains("早两天备货", "私聊晚上发"));
        ServiceClock.set(TestCampaign.endOf(campaign).plus(Duration.ofDays(3)));
        TestCampaign.move(As.marketer(), campaign, "CLOSED").statusCode(200);
        json(As.marketer())
                .body(Map.of("lessons", "晚了"))
                .put(lessons(campaign))
                .then()
                .statusCode(409);
    }

    @Test
    void onlyMarketersAndAdminsLookBack() {
        TestShop shop = TestShop.create();
        String campaign = new TestCampaign(shop).filled();
        As.staff1().get("/campaigns/{id}/retrospective", campaign).then().statusCode(403);
        As.staff1().get("/campaigns/{id}/live", campaign).then().statusCode(403);
        As.nobody().get("/campaigns/{id}/live", campaign).then().statusCode(401);
        As.marketer().get("/campaigns/{id}/live", "4711").then().statusCode(404);
        As.marketer()
                .get("/campaigns/{id}/retrospective", campaign)
                .then()
                .statusCode(200)
                .body("total.tasks", equalTo(0))
                .body("effect", equalTo(null))
                .body("shareOfShopSales", equalTo(null));
        json(As.marketer())
                .body("{\"lessons\": []}")
                .put(lessons(campaign))
                .then()
                .statusCode(400);
    }

    /** Somebody who is listed, got a private message of the campaign, and bought on a day. */
    private void reach(TestShop shop, String campaign, String name, LocalDate bought) {
        long buyer = buyers.add(shop, name, bought);
        list(shop, campaign, buyer, "INCLUDED");
        sql.update(
                "INSERT INTO task_recipient (shop_id, task_id, follower_id, buyer_id, tier, state)"
                        + " SELECT shop_id, MIN(id), ?, ?, 'NEW', 'SENT' FROM task"
                        + " WHERE shop_id = ? AND kind = 'PRIVATE' GROUP BY shop_id",
                buyer,
                buyer,
                shop.id());
    }

    private void holdOut(TestShop shop, String campaign, String name, LocalDate bought) {
        list(shop, campaign, buyers.add(shop, name, bought), "HELD_OUT");
    }

    private void list(TestShop shop, String campaign, long buyer, String state) {
        sql.update(
                "INSERT INTO campaign_audience (shop_id, campaign_id, follower_id, buyer_id, account_id, tier, state)"
                        + " VALUES (?,?,?,?,?,'NEW',?)",
                shop.id(),
                campaign,
                buyer,
                buyer,
                shop.account1(),
                state);
    }

    private static void doOneMoment(TestShop shop, String campaign) {
        ServiceClock.set(TestCampaign.startOf(campaign).plusSeconds(9 * 3600));
        String task =
                As.marketer().get("/tasks?shop={shop}&kind=MOMENT", shop.id()).path("items[0].id");
        OpenTasks.claim(As.marketer(), task);
        OpenTasks.complete(As.marketer(), task, Map.of("result", Map.of("likes", 7)));
    }

    private static String lessons(String campaign) {
        return "/campaigns/" + campaign + "/retrospective/lessons";
    }
}
