package io.siyu.campaign.post.edit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** R10, R11: what a post tells besides its script, and how it is taken away again. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class PostFieldsResourceTest {
    private TestShop shop;
    private String campaign;

    @BeforeEach
    void aDraft() {
        shop = TestShop.create();
        campaign = new TestCampaign(shop).draft();
    }

    /** Issue 16, case 21: null cleared nothing. */
    @Test
    void nullTakesAwayWhatAPostCanBeWithout() {
        String script = script("MOMENT", "早上好");
        String followUp = script("PRIVATE", "{{昵称}}，谢谢点赞");
        String post = As.make(
                As.marketer(),
                "/campaigns/{id}/posts",
                Map.of(
                        "day",
                        1,
                        "kind",
                        "MOMENT",
                        "at",
                        "10:00",
                        "visibleTo",
                        "茶友",
                        "mentions",
                        List.of("老顾客"),
                        "line",
                        "BRAND",
                        "scriptId",
                        script,
                        "followUpScriptId",
                        followUp,
                        "audience",
                        Map.of("tiers", List.of("VIP"))),
                campaign);
        As.marketer()
                .get("/posts/{id}", post)
                .then()
                .body("mentions", contains("老顾客"))
                .body("followUpScriptId", equalTo(followUp))
                .body("followUpScriptVersion", equalTo(1));

        patch(post, "{\"at\":\"11:00\"}")
                .statusCode(200)
                .body("visibleTo", equalTo("茶友"))
                .body("line", equalTo("BRAND"));
        patch(
                        post,
                        "{\"visibleTo\":null,\"mentions\":null,\"line\":null,\"scriptId\":null,\"followUpScriptId\":null,\"audience\":null}")
                .statusCode(200)
                .body("visibleTo", nullValue())
                .body("mentions", empty())
                .body("line", nullValue())
                .body("scriptId", nullValue())
                .body("scriptVersion", nullValue())
                .body("followUpScriptId", nullValue())
                .body("audience.tiers", empty());
        patch(post, "{\"scriptVersion\":1}").statusCode(400).body("violations.code", contains("NoScript"));
    }

    @Test
    void nullTakesAwayWhatAScriptCanBeWithout() {
        String script = As.make(
                As.marketer(),
                "/shops/{shop}/scripts",
                Map.of(
                        "title",
                        "晒单",
                        "copy",
                        "看看大家的",
                        "kind",
                        "MOMENT",
                        "scene",
                        "FEEDBACK",
                        "firstComment",
                        "谢谢",
                        "staffNotes",
                        "先问",
                        "media",
                        List.of(Map.of("type", "PICTURE", "note", "晒单"))),
                shop.id());
        As.marketer().get("/scripts/{id}", script).then().body("scene", equalTo("FEEDBACK"));

        json(As.marketer())
                .header("If-Match", "*")
                .body("{\"kind\":null,\"scene\":null,\"firstComment\":null,\"staffNotes\":null,\"media\":null}")
                .patch("/scripts/{id}", script)
                .then()
                .statusCode(200)
                .body("kind", nullValue())
                .body("scene", nullValue())
                .body("firstComment", nullValue())
                .body("staffNotes", nullValue())
                .body("media", empty())
                .body("copy", equalTo("看看大家的"));
    }

    /** Issue 16, case 21: 24:00 was read as 00:00. */
    @Test
    void aDayHasNo24thHour() {
        for (String at : List.of("24:00", "9:00", "09:60")) {
            json(As.marketer())
                    .body(Map.of("day", 1, "kind", "MOMENT", "at", at))
                    .post("/campaigns/{id}/posts", campaign)
                    .then()
                    .statusCode(400)
                    .body("violations.field", contains("at"));
        }
    }

    @Test
    void aFollowUpIsAPrivateMessageAndAPrivateMessageMentionsNobody() {
        String moment = script("MOMENT", "早上好");
        refused(Map.of("kind", "MOMENT", "followUpScriptId", moment), "followUpScriptId");
        refused(Map.of("kind", "MOMENT", "followUpScriptId", "4711"), "followUpScriptId");
        refused(Map.of("kind", "PRIVATE", "mentions", List.of("老顾客")), "mentions");
        refused(Map.of("kind", "PRIVATE", "followUpScriptId", script("PRIVATE", "好")), "followUpScriptId");
        refused(Map.of("kind", "MOMENT", "mentions", List.of(" ")), "mentions[0]");
    }

    /** R11: what is sent afterwards is read by followers too. */
    @Test
    void aFollowUpIsCheckedAsThePrivateMessageThatItIs() {
        As.make(
                As.marketer(),
                "/campaigns/{id}/posts",
                Map.of(
                        "day",
                        1,
                        "kind",
                        "MOMENT",
                        "at",
                        "10:00",
                        "scriptId",
                        script("MOMENT", "早上好"),
                        "followUpScriptId",
                        script("PRIVATE", "{{昵称}}，頂級好茶，{{不存在}}")),
                campaign);

        json(As.marketer())
                .post("/campaigns/{id}/checks", campaign)
                .then()
                .body(
                        "violations.findAll { it.severity == 'ERROR' }.rule.sort()",
                        contains("BANNED_WORD", "UNRESOLVED_VARIABLE"));
    }

    private void refused(Map<String, Object> what, String field) {
        Map<String, Object> body = new HashMap<>(what);
        body.putAll(Map.of("day", 1, "at", "10:00"));
        json(As.marketer())
                .body(body)
                .post("/campaigns/{id}/posts", campaign)
                .then()
                .statusCode(400)
                .body("violations.field", contains(field));
    }

    private String script(String kind, String copy) {
        return As.make(
                As.marketer(),
                "/shops/{shop}/scripts",
                Map.of("title", "话术", "copy", copy, "kind", kind, "line", "PERSONA"),
                shop.id());
    }

    private static ValidatableResponse patch(String post, String change) {
        return json(As.marketer())
                .header("If-Match", "*")
                .body(change)
                .patch("/posts/{id}", post)
                .then();
    }
}
