package io.siyu.campaign;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static io.siyu.support.TestCampaign.move;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
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

    /** R11, and issue 16, case 6: an unknown variable is an ERROR wherever it stands, the offer included. */
    @Test
    void anUnknownVariableInAnOfferIsFound() {
        String campaign = new TestCampaign(shop).filled();
        for (String offer : List.of("{{不存在}}", "{{昵称}}八折", "｛｛优惠｝｝八折", "{{优惠}}", "八折{{")) {
            offer(campaign, offer);
            json(As.staff1())
                    .post("/campaigns/{id}/checks", campaign)
                    .then()
                    .body(
                            "violations.findAll { it.rule == 'UNRESOLVED_VARIABLE' && it.severity == 'ERROR' }.field",
                            hasItem("offer"));
            move(As.marketer(), campaign, "REVIEW").statusCode(409).body("violations.field", hasItem("offer"));
        }

        offer(campaign, "{{店铺}}老客八折，{{截止日}}结束");
        move(As.marketer(), campaign, "REVIEW").statusCode(200);
    }

    /** R11, and issue 16, case 6. */
    @Test
    void noWordIsHiddenByHowItIsWritten() {
        for (String offer : List.of("最 佳", "頂級", "極致", "冠軍", "最\u200b佳", "最｜佳", "Ｎｏ．１", "全网最低价，史上最低五折")) {
            String campaign = new TestCampaign(shop).with("offer", offer).draft();
            json(As.staff1())
                    .post("/campaigns/{id}/checks", campaign)
                    .then()
                    .body("violations.findAll { it.rule == 'BANNED_WORD' }.field", hasItem("offer"));
        }
    }

    /** R11: the persona's taboo words, of the accounts that a post goes out on. */
    @Test
    void noAccountSaysWhatItsPersonaWouldNot() {
        As.change(As.admin(), "/accounts/{id}", Map.of("tabooWords", List.of("宝子", " 家人们 ")), shop.account1());
        As.admin().get("/accounts/{id}", shop.account1()).then().body("tabooWords", contains("宝子", "家人们"));
        String campaign = new TestCampaign(shop).draft();
        post(campaign, script("宝 子们早上好"));

        json(As.staff1())
                .post("/campaigns/{id}/checks", campaign)
                .then()
                .body("violations.findAll { it.rule == 'TABOO_WORD' }.severity", contains("ERROR"));
        As.change(
                As.marketer(),
                "/campaigns/{id}",
                Map.of("audience", Map.of("accounts", List.of(shop.account2()))),
                campaign);
        json(As.staff1())
                .post("/campaigns/{id}/checks", campaign)
                .then()
                .body("violations.findAll { it.rule == 'TABOO_WORD' }", hasSize(0));
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
