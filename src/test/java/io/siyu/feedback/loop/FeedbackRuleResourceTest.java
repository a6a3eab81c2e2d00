package io.siyu.feedback.loop;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.OpenTasks;
import io.siyu.support.PostedOrder;
import io.siyu.support.ServiceClock;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;
import io.siyu.task.TaskKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.either;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

/** R16, clause by clause. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class FeedbackRuleResourceTest {
    /** One grey dot. */
    private static final byte[] PICTURE = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNgAAAAAgABSK+kcQAAAABJRU5ErkJggg==");

    @Inject
    OpenTasks tasks;

    @Inject
    Buyers buyers;

    @Inject
    Clock clock;

    private TestShop shop;

    @BeforeEach
    void foundShop() {
        shop = TestShop.create();
    }

    @AfterEach
    void freeClock() {
        ServiceClock.free();
    }

    @Test
    void r16ItsOwnerReadsAndActsOnItWhateverHisRole() {
        String id = reported(Map.of());
        put(As.staff2(), id, "action", answer("好")).statusCode(404);
        put(As.marketer(), id, "triage", Map.of("ownerStaffId", shop.staff2Id()))
                .statusCode(200)
                .body("owner.displayName", equalTo("STAFF2"));

        As.staff2().get("/feedback/{id}", id).then().statusCode(200).body("text", equalTo("嫌贵"));
        As.staff2().get("/shops/{shop}/feedback", shop.id()).then().body("items.id", contains(id));
        As.staff2().get("/feedback/{id}/similar", id).then().statusCode(200).body("items", empty());
        put(As.staff1(), id, "action", answer("好")).statusCode(403);
        put(As.staff2(), id, "triage", Map.of("note", "我来处理")).statusCode(200);
        put(As.staff2(), id, "action", answer("说品质"))
                .statusCode(200)
                .body("status", equalTo("ACTIONED"))
                .body("action.answer", equalTo("说品质"));
        put(As.staff2(), id, "confirmation", null).statusCode(403);
        put(As.staff1(), id, "confirmation", null).statusCode(200);
    }

    @Test
    void r16AnIntegrationAnswersForNothing() {
        String integration =
                As.admin().get("/shops/{shop}/staff", shop.id()).path("items.find { it.username == 'integration' }.id");
        put(As.marketer(), reported(Map.of()), "triage", Map.of("ownerStaffId", integration))
                .statusCode(400)
                .body("violations[0].field", equalTo("ownerStaffId"));
    }

    @Test
    void r16EachOutcomeNamesItsObject() {
        String id = triaged(Map.of());
        refused(id, Map.of("outcome", "ANSWERED"), "answer");
        refused(id, Map.of("outcome", "ANSWERED", "answer", " "), "answer");
        refused(id, Map.of("outcome", "BECAME_MATERIAL"), "materialId");
        refused(id, Map.of("outcome", "SCRIPT_REVISED"), "scriptId");
        refused(id, Map.of("outcome", "CAMPAIGN_CHANGED"), "campaignId");
        refused(id, Map.of("outcome", "REJECTED", "reason", " "), "reason");
        As.marketer().get("/feedback/{id}", id).then().body("status", equalTo("TRIAGED"));
    }

    @Test
    void r16TheObjectIsOfTheShop() {
        TestShop other = TestShop.create();
        String id = triaged(Map.of());
        refused(id, Map.of("outcome", "BECAME_MATERIAL", "materialId", picture(other)), "materialId");
        refused(id, Map.of("outcome", "SCRIPT_REVISED", "scriptId", script(other)), "scriptId");
        refused(id, Map.of("outcome", "CAMPAIGN_CHANGED", "campaignId", new TestCampaign(other).draft()), "campaignId");
        refused(id, Map.of("outcome", "SCRIPT_REVISED", "scriptId", script(shop), "scriptVersion", 2), "scriptVersion");
    }

    @Test
    void r16AScriptIsNamedWithTheVersionThatSaysItOtherwise() {
        String script = script(shop);
        As.change(As.marketer(), "/scripts/{id}", Map.of("copy", "先讲品质"), script);
        put(As.marketer(), triaged(Map.of()), "action", Map.of("outcome", "SCRIPT_REVISED", "scriptId", script))
                .statusCode(200)
                .body("action.scriptVersion", equalTo(2));
        put(
                        As.marketer(),
                        triaged(Map.of()),
                        "action",
                        Map.of("outcome", "SCRIPT_REVISED", "scriptId", script, "scriptVersion", 1))
                .statusCode(200)
                .body("action.scriptId", equalTo(script))
                .body("action.scriptVersion", equalTo(1));
    }

    @Test
    void r16ACampaignOrAMaterialCanComeOfIt() {
        String campaign = new TestCampaign(shop).draft();
        put(As.marketer(), triaged(Map.of()), "action", Map.of("outcome", "CAMPAIGN_CHANGED", "campaignId", campaign))
                .statusCode(200)
                .body("action.campaignId", equalTo(campaign));
        String material = picture(shop);
        put(As.marketer(), triaged(Map.of()), "action", Map.of("outcome", "BECAME_MATERIAL", "materialId", material))
                .statusCode(200)
                .body("action.materialId", equalTo(material));
    }

    @Test
    void r16PraiseBecomesAMaterialWithConsentAndALinkBack() {
        String id = triaged(Map.of("kind", "PRAISE", "text", "礼盒很好看，妈妈喜欢"));
        refused(
                id,
                Map.of("outcome", "BECAME_MATERIAL", "newMaterial", Map.of("title", "好评")),
                "newMaterial.consentNote");
        String material = put(
                        As.marketer(),
                        id,
                        "action",
                        Map.of(
                                "outcome",
                                "BECAME_MATERIAL",
                                "newMaterial",
                                Map.of("title", "好评", "consentNote", "本人同意匿名使用")))
                .statusCode(200)
                .extract()
                .path("action.materialId");

        As.marketer()
                .get("/shops/{shop}/materials", shop.id())
                .then()
                .body("items[0].id", equalTo(material))
                .body("items[0].title", equalTo("好评"))
                .body("items[0].contentType", equalTo("text/plain"))
                .body("items[0].consentNote", equalTo("本人同意匿名使用"))
                .body("items[0].origin", equalTo("/feedback/" + id));
        org.assertj.core.api.Assertions.assertThat(
                        As.marketer().get("/materials/{id}/content", material).asByteArray())
                .asString(java.nio.charset.StandardCharsets.UTF_8)
                .isEqualTo("礼盒很好看，妈妈喜欢");
    }

    @Test
    void r16WhatWasSaidToTheShopIsShownOnlyWhileSomebodyAgrees() {
        String id = triaged(Map.of("kind", "PRAISE", "text", "礼盒很好看，妈妈喜欢"));
        String material = put(
                        As.marketer(),
                        id,
                        "action",
                        Map.of("outcome", "BECAME_MATERIAL", "newMaterial", Map.of("consentNote", "本人同意")))
                .statusCode(200)
                .extract()
                .path("action.materialId");
        Map<String, Object> script = Map.of(
                "title", "好评", "copy", "看看", "media", List.of(Map.of("type", "PICTURE", "materialId", material)));
        As.make(As.marketer(), "/shops/{shop}/scripts", script, shop.id());

        As.change(As.marketer(), "/materials/{id}", Map.of("consentNote", " "), material);

        As.json(As.marketer())
                .body(script)
                .post("/shops/{shop}/scripts", shop.id())
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("media[0].materialId"))
                .body("violations[0].code", equalTo("ConsentMissing"));
    }

    @Test
    void r16ItsSubjectIsAnOrderAProductAFollowerATaskOrAScript() {
        PostedOrder.post(shop, PostedOrder.of("F1", "fan", null, null));
        String order = PostedOrder.idOf(shop, "F1");
        long follower = buyers.add(shop, "f2", buyers.today());
        buyers.changed(shop);
        String task = tasks.put(shop, TaskKind.MOMENT, shop.staff1Id());
        String script = script(shop);
        report(Map.of("order", order, "product", " 礼盒 ", "follower", "" + follower, "task", task, "script", script))
                .statusCode(201)
                .body("orderId", equalTo(order))
                .body("product", equalTo("礼盒"))
                .body("followerId", equalTo("" + follower))
                .body("taskId", equalTo(task))
                .body("scriptId", equalTo(script));
        report(Map.of("order", "99")).statusCode(400).body("violations[0].field", equalTo("order"));
    }

    @Test
    void r16ItsPicturesAreMaterialsOfTheShop() {
        String one = picture(shop);
        String other = picture(shop);
        String id = report(Map.of("pictures", List.of(other, one)))
                .statusCode(201)
                .body("pictures", contains(other, one))
                .extract()
                .path("id");
        As.marketer().get("/feedback/{id}", id).then().body("pictures", contains(other, one));
        report(Map.of("pictures", List.of(one, picture(TestShop.create()))))
                .statusCode(400)
                .body("violations[0].field", equalTo("pictures[1]"));
        String text = As.marketer()
                .multiPart("file", "note.txt", "一段文字".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                .post("/shops/{shop}/materials", shop.id())
                .path("id");
        report(Map.of("pictures", List.of(text))).statusCode(400).body("violations[0].code", equalTo("NoPicture"));
    }

    @Test
    void r16ItIsDueAfterADaysWorkOfTheShop() {
        calendar("MONDAY", "09:00", "18:00", "2027-03-08");
        ServiceClock.set(Instant.parse("2027-03-01T09:00:00Z"));
        String id = report(Map.of())
                .statusCode(201)
                .body("dueAt", startsWith("2027-03-15T09:00:"))
                .extract()
                .path("id");
        As.marketer().get("/feedback/{id}", id).then().body("overdue", equalTo(false));
    }

    @Test
    void r16LoopTimeIsMeasuredInWorkingHours() {
        calendar("MONDAY", "09:00", "18:00", "2027-03-08");
        ServiceClock.set(Instant.parse("2027-03-01T09:00:00Z"));
        String id = triaged(Map.of());
        put(As.marketer(), id, "action", answer("好")).statusCode(200).body("loopWorkingMinutes", nullValue());
        ServiceClock.set(Instant.parse("2027-03-15T01:30:00Z"));
        put(As.staff1(), id, "confirmation", null)
                .statusCode(200)
                .body("loopWorkingMinutes", either(equalTo(89)).or(equalTo(90)))
                .body("loopMinutes", either(equalTo(19_709)).or(equalTo(19_710)));
    }

    @Test
    void r16AnotherMarketerConfirmsAfterThreeDaysAndNotBefore() {
        String id = triaged(Map.of());
        put(As.marketer(), id, "action", answer("好")).statusCode(200);
        Instant acted = OffsetDateTime.parse(
                        As.marketer().get("/feedback/{id}", id).path("actionedAt"))
                .toInstant();
        ServiceClock.set(acted.plus(Duration.ofHours(71)));
        put(As.admin(), id, "confirmation", null).statusCode(403);
        ServiceClock.set(acted.plus(Duration.ofHours(72)));
        put(As.admin(), id, "confirmation", null).statusCode(200);
    }

    @Test
    void r16DueTimesLieAhead() {
        String id = reported(Map.of());
        String now = clock.instant().toString();
        put(As.marketer(), id, "triage", Map.of("dueAt", now))
                .statusCode(400)
                .body("violations[0].field", equalTo("dueAt"));
    }

    private void calendar(String weekday, String from, String to, String holiday) {
        json(As.admin())
                .header("If-Match", "*")
                .body(Map.of(
                        "hours",
                        List.of(Map.of("weekday", weekday, "from", from, "to", to)),
                        "holidays",
                        List.of(holiday)))
                .put("/shops/{shop}/working-calendar", shop.id())
                .then()
                .statusCode(200);
    }

    private static Map<String, Object> answer(String text) {
        return Map.of("outcome", "ANSWERED", "answer", text);
    }

    private void refused(String id, Map<String, Object> action, String field) {
        put(As.marketer(), id, "action", action).statusCode(400).body("violations[0].field", equalTo(field));
    }

    private String script(TestShop of) {
        return As.make(
                As.marketer(),
                "/shops/{shop}/scripts",
                Map.of("title", "价格", "copy", "先讲价格", "kind", "PRIVATE", "line", "MARKETING", "media", List.of()),
                of.id());
    }

    private static String picture(TestShop of) {
        return As.marketer()
                .multiPart("file", "dot.png", PICTURE, "image/png")
                .post("/shops/{shop}/materials", of.id())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse report(Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of("kind", "OBJECTION", "text", "嫌贵"));
        body.putAll(more);
        return json(As.staff1())
                .body(body)
                .post("/shops/{shop}/feedback", shop.id())
                .then();
    }

    private String reported(Map<String, Object> more) {
        return report(more).statusCode(201).extract().path("id");
    }

    private String triaged(Map<String, Object> more) {
        String id = reported(more);
        put(As.marketer(), id, "triage", Map.of()).statusCode(200);
        return id;
    }

    private static ValidatableResponse put(RequestSpecification who, String id, String step, Map<String, Object> body) {
        RequestSpecification request = json(who);
        return (body == null ? request : request.body(body))
                .put("/feedback/{id}/{step}", id, step)
                .then();
    }
}
