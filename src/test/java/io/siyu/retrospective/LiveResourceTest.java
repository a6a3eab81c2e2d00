package io.siyu.retrospective;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.ServiceClock;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@QuarkusTestResource(Database.class)
class LiveResourceTest {
    @Inject
    Sql sql;

    private TestShop shop;
    private String campaign;
    private Instant start;

    @BeforeEach
    void draft() {
        shop = TestShop.create();
        campaign = new TestCampaign(shop).filled();
        start = TestCampaign.startOf(campaign);
    }

    @AfterEach
    void freeClock() {
        ServiceClock.free();
    }

    private Instant at(int hours, int minutes) {
        return start.plus(Duration.ofHours(hours)).plus(Duration.ofMinutes(minutes));
    }

    @Test
    void r17LiveShowsByHourWhatWasDoneSentSoldWonAndLostAgainstThePlan() {
        As.change(As.marketer(), "/campaigns/{id}", Map.of("salesTarget", "100.00"), campaign);
        AudienceStage stage = new AudienceStage(sql, shop, campaign);
        long a = stage.included();
        long b = stage.included();
        String list = stage.task("PRIVATE", shop.account1(), 1, at(11, 0), at(10, 20));
        stage.task("MOMENT", shop.account1(), 9, at(11, 0), at(12, 30));
        stage.task("MOMENT", shop.account2(), 9, at(11, 0), null);
        stage.task("MOMENT", shop.account2(), 9, at(40, 0), null);
        stage.recipient(list, a, "SENT", at(10, 5));
        stage.recipient(list, b, "FAILED", at(10, 50));
        stage.buy(a, at(10, 10), "20.00");
        stage.buy(b, at(10, 59), "5.00");
        stage.buy(stage.stranger(), at(10, 30), "999.00");
        stage.buy(a, start.minusSeconds(60), "999.00");
        stage.follow(stage.stranger(), shop.account2(), "ADDED", at(10, 45), null);
        stage.lose(b, shop.account1(), at(12, 1));
        ServiceClock.set(at(36, 0));

        JsonPath seen = As.seen(As.marketer(), "/campaigns/{id}/live", campaign);

        Map<String, Object> ten = hour(seen, 10);
        assertThat(ten)
                .containsEntry("done", 1)
                .containsEntry("late", 0)
                .containsEntry("sent", 1)
                .containsEntry("failed", 1)
                .containsEntry("orders", 2)
                .containsEntry("netAmount", "25.00")
                .containsEntry("adds", 1)
                .containsEntry("losses", 0);
        assertThat(hour(seen, 12))
                .containsEntry("done", 1)
                .containsEntry("late", 1)
                .containsEntry("orders", 0)
                .containsEntry("losses", 1);
        assertThat(((Map<?, ?>) ten.get("tally")).get("tasks")).isEqualTo(3);
        assertThat(seen.getList("byHour")).hasSize(3);
        assertThat(seen.getDouble("plan.elapsed")).isBetween(0.5, 0.51);
        assertThat(List.of(
                        seen.getInt("plan.tasksDue"),
                        seen.getInt("plan.tasksDone"),
                        seen.getInt("plan.recipientsDue"),
                        seen.getInt("plan.recipientsSent")))
                .containsExactly(3, 2, 2, 1);
        assertThat(seen.getString("plan.sold")).isEqualTo("25.00");
        assertThat(seen.getDouble("plan.soldOfTarget")).isEqualTo(0.25);
        assertThat(seen.getInt("total.overdue")).isEqualTo(1);
        assertThat(seen.getList("byPost")).hasSize(2);
    }

    private Map<String, Object> hour(JsonPath seen, int hours) {
        return seen.<Map<String, Object>>getList("byHour").stream()
                .filter(hour -> OffsetDateTime.parse((String) hour.get("key"))
                        .toInstant()
                        .equals(at(hours, 0)))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void r17CampaignsAreComparedSideBySide() {
        String other = new TestCampaign(shop).filled();
        AudienceStage stage = new AudienceStage(sql, shop, campaign);
        long a = stage.included();
        stage.write(a, at(1, 0));
        stage.buy(a, at(2, 0), "20.00");
        stage.heldOut();
        AudienceStage second = new AudienceStage(sql, shop, other);
        second.included();

        JsonPath seen = As.seen(
                As.marketer(), "/shops/{shop}/campaign-comparisons?campaigns={ids}", shop.id(), other + "," + campaign);

        JsonPath alone = As.seen(As.marketer(), "/campaigns/{id}/retrospective", campaign);
        assertThat(seen.getList("items.campaignId")).containsExactly(other, campaign);
        assertThat(seen.getString("items[0].attributedSales.netAmount")).isEqualTo("0.00");
        for (String figure : List.of(
                "attributedSales",
                "sales",
                "included",
                "heldOut",
                "effect",
                "salesEffect",
                "plan",
                "growth",
                "window")) {
            assertThat(seen.<Object>get("items[1]." + figure)).as(figure).isEqualTo(alone.get(figure));
        }
        assertThat(seen.getString("items[1].attributedSales.netAmount")).isEqualTo("20.00");
    }

    @Test
    void r17OneToTenCampaignsOfTheShopAreCompared() {
        String path = "/shops/" + shop.id() + "/campaign-comparisons";
        As.admin()
                .get(path + "?campaigns={both}", campaign + "," + campaign)
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        As.marketer().get(path).then().statusCode(400);
        As.marketer().get(path + "?campaigns=").then().statusCode(400);
        As.marketer().get(path + "?campaigns={odd}", campaign + ",x").then().statusCode(400);
        As.marketer().get(path + "?campaigns=1,2,3,4,5,6,7,8,9,10,11").then().statusCode(400);
        As.marketer().get(path + "?campaigns=4711").then().statusCode(404);
        String elsewhere = new TestCampaign(TestShop.create()).draft();
        As.marketer().get(path + "?campaigns={other}", elsewhere).then().statusCode(404);
        As.staff1().get(path + "?campaigns={one}", campaign).then().statusCode(403);
        As.nobody().get(path + "?campaigns={one}", campaign).then().statusCode(401);
        As.marketer()
                .get("/shops/4711/campaign-comparisons?campaigns={one}", campaign)
                .then()
                .statusCode(404);
    }
}
