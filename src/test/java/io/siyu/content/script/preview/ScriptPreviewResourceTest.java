package io.siyu.content.script.preview;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.matchesPattern;

/** R11: every variable resolves for every recipient, and a text is shown as one of them would read it. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class ScriptPreviewResourceTest {
    @Inject
    Buyers buyers;

    @Inject
    Sql sql;

    private TestShop shop;
    private long tea;
    private long nobody;

    @BeforeEach
    void twoFollowers() {
        shop = TestShop.create();
        tea = buyers.add(
                shop, "tea", buyers.today().minusDays(9), buyers.today().minusDays(3));
        nobody = buyers.add(shop, "nobody");
        buyers.changed(shop);
        buyers.follow(shop.account1(), tea, nobody);
        sql.update("UPDATE follower SET remark = '茶茶' WHERE shop_id = ? AND id = ?", shop.id(), tea);
        sql.update(
                "INSERT INTO order_line (shop_id, order_id, line_no, title, quantity) SELECT shop_id, id, 1,"
                        + " CONCAT('茶', day), IF(day = ?, 0, 1) FROM shop_order WHERE shop_id = ? AND buyer_id = ?",
                buyers.today().minusDays(30),
                shop.id(),
                tea);
    }

    @Test
    void aScriptReadsAsTheFollowerWouldReadIt() {
        String campaign = new TestCampaign(shop).with("offer", "老客八折，{{店铺}}").draft();
        String script = script(
                "{{昵称}}|{{买家}}|{{buyer}}|{{分层}}|{{上次购买}}|{{距上次天数}}|{{dueDay}}|{{优惠}}|{{承接号}}|{{人设}}|{{staff}}|{{店铺}}");

        preview(script, Map.of("followerId", Long.toString(tea), "campaignId", campaign))
                .statusCode(200)
                .body("scriptVersion", equalTo(1))
                .body(
                        "copy",
                        matchesPattern("茶茶\\|茶茶\\|茶茶\\|常客\\|茶" + buyers.today().minusDays(3)
                                + "\\|3\\|\\d+月\\d+日\\|老客八折，[^{|]+\\|[^{|]+\\|懂礼物的店员\\|[^{|]+\\|[^{|]+"))
                .body("unresolved", empty())
                .body("violations", empty());
    }

    @Test
    void whatHasNoValueForTheFollowerIsNamed() {
        String script = script("{{昵称}}，上次买的{{上次购买}}用着好吗？已经{{daysSince}}天了，{{优惠}}");

        preview(script, Map.of("followerId", Long.toString(nobody)))
                .statusCode(200)
                .body("copy", containsString("亲，上次买的{{上次购买}}用着"))
                .body("unresolved", contains("{{优惠}}", "{{上次购买}}", "{{距上次天数}}"));
    }

    @Test
    void aTextIsCheckedAsItReads() {
        sql.update("UPDATE order_line SET title = '頂-級茶' WHERE shop_id = ?", shop.id());

        preview(script("还要{{上次购买}}吗"), Map.of("followerId", Long.toString(tea)))
                .body("violations.rule", contains("BANNED_WORD"));
    }

    @Test
    void thereIsNoPreviewForStrangersNorForWhoOptedOut() {
        String script = script("早");
        preview(script, Map.of("followerId", "4711")).statusCode(400).body("violations.field", contains("followerId"));
        preview(script, Map.of()).statusCode(400).body("violations.field", contains("followerId"));
        preview(script, Map.of("followerId", Long.toString(tea), "campaignId", "4711"))
                .statusCode(400)
                .body("violations.field", contains("campaignId"));
        preview(script, Map.of("followerId", Long.toString(tea), "scriptVersion", 2))
                .statusCode(404);
        sql.update("UPDATE follower SET status = 'OPTED_OUT' WHERE shop_id = ? AND id = ?", shop.id(), tea);
        preview(script, Map.of("followerId", Long.toString(tea))).statusCode(409);
        json(As.staff1())
                .body(Map.of("followerId", Long.toString(tea)))
                .post("/scripts/{id}/previews", script)
                .then()
                .statusCode(403);
    }

    /** The check counts them before anybody is sent an open brace. */
    @Test
    void aMessageThatDoesNotResolveForEveryRecipientBreaksARule() {
        String campaign = new TestCampaign(shop).draft();
        String script = script("{{昵称}}，上次的{{上次购买}}用完了吗？");
        As.make(
                As.marketer(),
                "/campaigns/{id}/posts",
                Map.of("day", 1, "kind", "PRIVATE", "at", "10:00", "scriptId", script),
                campaign);

        errors(campaign)
                .body(
                        "violations.find { it.rule == 'UNRESOLVED_VARIABLE' }.message",
                        containsString("1 of its recipients"));
        As.change(As.marketer(), "/campaigns/{id}", Map.of("audience", Map.of("tiers", List.of("ACTIVE"))), campaign);
        errors(campaign).body("violations.findAll { it.rule == 'UNRESOLVED_VARIABLE' }", empty());
    }

    private static ValidatableResponse errors(String campaign) {
        return json(As.marketer())
                .post("/campaigns/{id}/checks", campaign)
                .then()
                .statusCode(200);
    }

    private String script(String copy) {
        return As.make(
                As.marketer(),
                "/shops/{shop}/scripts",
                Map.of("title", "话术", "copy", copy, "kind", "PRIVATE", "line", "PERSONA"),
                shop.id());
    }

    private static ValidatableResponse preview(String script, Map<String, Object> body) {
        return json(As.marketer())
                .body(body)
                .post("/scripts/{id}/previews", script)
                .then();
    }
}
