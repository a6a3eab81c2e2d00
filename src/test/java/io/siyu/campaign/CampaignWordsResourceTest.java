package io.siyu.campaign;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.Map;

import static io.siyu.support.As.json;
import static io.siyu.support.TestCampaign.move;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

/** Words that must not go out, wherever they come into a campaign's text. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class CampaignWordsResourceTest {
    private TestShop shop;

    @BeforeEach
    void found() {
        shop = TestShop.create();
    }

    @Test
    void anOfferIsCheckedByItselfAndInEveryPostThatHoldsIt() {
        String campaign = new TestCampaign(shop).filled();
        offer(campaign, "全网最低价，史上最低五折");

        json(As.staff1())
                .header("Accept-Language", "zh-CN")
                .post("/campaigns/{id}/checks", campaign)
                .then()
                .statusCode(200)
                .body("violations.findAll { it.rule == 'BANNED_WORD' }.severity", everyItem(equalTo("ERROR")))
                .body("violations.findAll { it.rule == 'BANNED_WORD' }.field", hasItem("offer"))
                .body("violations.findAll { it.rule == 'BANNED_WORD' }.field", hasItem(startsWith("posts/")))
                .body("violations.message", hasItem(startsWith("“史上最低”不得用于广告（广告法）：请删去")));
        move(As.marketer(), campaign, "REVIEW")
                .statusCode(409)
                .body("code", equalTo("GATE_UNMET"))
                .body("violations.code", everyItem(equalTo("POST_RULE_BROKEN")))
                .body("violations.field", hasItem("offer"));

        offer(campaign, "老客八折，年底 价格直降");
        move(As.marketer(), campaign, "REVIEW").statusCode(200);
    }

    @Test
    void aWordThatComesTogetherOnlyWithTheOfferIsFound() {
        String campaign = new TestCampaign(shop).filled();
        offer(campaign, "级待遇");
        post(campaign, script("国家 {{优惠}}"));

        json(As.staff1())
                .post("/campaigns/{id}/checks", campaign)
                .then()
                .body("violations.field", not(hasItem("offer")))
                .body("violations.find { it.rule == 'BANNED_WORD' }.message", startsWith("\"国家 级\" reads as \"国家级\""));
    }

    @Test
    void whatGoesOutSoonDoesNotComeToHoldOne() {
        new TestCampaign(shop).ready();
        String script = As.marketer()
                .get("/shops/{shop}/scripts?kind=MOMENT&line=MARKETING", shop.id())
                .path("items.find { it.copy.contains('{{优惠}}') }.id");

        json(As.marketer())
                .header("Accept-Language", "zh")
                .header("If-Match", As.marketer().get("/scripts/{id}", script).header("ETag"))
                .body(Map.of("firstComment", "t o p 1 的选择"))
                .patch("/scripts/{id}", script)
                .then()
                .statusCode(409)
                .body("violations.message", hasItem(startsWith("BANNED_WORD: “t o p 1”读作“TOP1”")));
    }

    @Test
    void aDailyPostWithOneIsRefusedAtOnce() {
        json(As.marketer())
                .body(Map.of(
                        "date",
                        TestCampaign.startDay().toString(),
                        "at",
                        "10:00",
                        "kind",
                        "MOMENT",
                        "scriptId",
                        script("頂-級好茶")))
                .post("/shops/{shop}/posts", shop.id())
                .then()
                .statusCode(409)
                .body("violations.message", hasItem(containsString("\"頂-級\" reads as \"顶级\"")));
    }

    private String script(String copy) {
        return As.make(
                As.marketer(),
                "/shops/{shop}/scripts",
                Map.of("title", "话术", "copy", copy, "kind", "MOMENT", "line", "PERSONA"),
                shop.id());
    }

    private static void post(String campaign, String script) {
        json(As.marketer())
                .body(Map.of("day", 1, "kind", "MOMENT", "at", "15:00", "scriptId", script))
                .post("/campaigns/{id}/posts", campaign)
                .then()
                .statusCode(201);
    }

    private static void offer(String campaign, String offer) {
        json(As.marketer())
                .header(
                        "If-Match",
                        As.marketer().get("/campaigns/{id}", campaign).header("ETag"))
                .body(Map.of("offer", offer))
                .patch("/campaigns/{id}", campaign)
                .then()
                .statusCode(200);
    }
}
