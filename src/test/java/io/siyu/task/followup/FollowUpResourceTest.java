package io.siyu.task.followup;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.OpenTasks;
import io.siyu.support.Recipients;
import io.siyu.support.ServiceClock;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;
import io.siyu.task.TaskKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static io.siyu.support.TestCampaign.approve;
import static io.siyu.support.TestCampaign.move;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** What is sent in private to those who answered a post. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class FollowUpResourceTest {
    @Inject
    Buyers buyers;

    @Inject
    OpenTasks tasks;

    @Inject
    Recipients recipients;

    @Inject
    Sql sql;

    private TestShop shop;
    private long fan;

    @BeforeEach
    void foundShop() {
        shop = TestShop.create();
        fan = buyers.add(shop, "粉丝", buyers.today().minusDays(1));
        buyers.changed(shop);
        buyers.follow(shop.account1(), fan);
    }

    @AfterEach
    void freeClock() {
        ServiceClock.free();
    }

    @Test
    void r13AFollowUpOpensWhenItsPostIsDoneAndItsHolderFillsIt() {
        Map<String, Object> moment = openMoment();
        assertThat(followUps("OPEN")).isEmpty();
        complete(moment);
        Map<String, Object> followUp = followUps("OPEN").get(0);
        assertThat(followUps("OPEN")).hasSize(1);
        assertThat(((Map<?, ?>) followUp.get("subject")).get("id")).isEqualTo(moment.get("id"));
        assertThat(followUp.get("copy")).isEqualTo("谢谢支持");
        assertThat(followUp.get("scriptVersion")).isEqualTo(1);
        assertThat(followUp.get("postId")).as("no post of the campaign").isNull();
        assertThat(followUp.get("validUntil")).isEqualTo(moment.get("validUntil"));

        String list = followUp.get("id").toString();
        add(list, fan).statusCode(409);
        OpenTasks.claim(As.staff1(), list);
        add(list, 4711L).statusCode(400).body("violations[0].code", equalTo("NotReachable"));
        add(list, fan).statusCode(201).body("recipients.followerId", contains(Long.toString(fan)));
        add(list, fan).statusCode(201).body("recipients.followerId", contains(Long.toString(fan)));
        Recipients.sent(As.staff1(), list, fan).then().statusCode(200);
        OpenTasks.complete(As.staff1(), list, Map.of());
    }

    @Test
    void r13AFollowUpIsGoneWhenItsPostIsUndoneAndBackWhenItIsDoneAgain() {
        Map<String, Object> moment = openMoment();
        complete(moment);
        String list = followUps("OPEN").get(0).get("id").toString();
        OpenTasks.claim(As.staff1(), list);
        add(list, fan).statusCode(201);
        As.staff1().delete("/tasks/{id}/claim", list).then().statusCode(200);
        As.staff1().put("/tasks/{id}/undoing", moment.get("id")).then().statusCode(200);
        assertThat(followUps("OPEN")).isEmpty();
        As.staff1().get("/tasks/{id}", list).then().body("reasonCode", equalTo("MOOT"));

        complete(moment);
        assertThat(followUps("OPEN"))
                .extracting(task -> task.get("id").toString())
                .containsExactly(list);
        As.staff1()
                .get("/tasks/{id}", list)
                .then()
                .body("recipientCounts.pending", equalTo(1))
                .body("recipientCounts.missed", equalTo(0));
    }

    @Test
    void r11AFollowUpIsUnderTheLimitsOfAllPrivateMessages() {
        Map<String, Object> moment = openMoment();
        String other = tasks.put(shop, TaskKind.PRIVATE, shop.staff1Id());
        recipients.add(shop, other, fan);
        OpenTasks.claim(As.staff1(), other);
        Recipients.sent(As.staff1(), other, fan).then().statusCode(200);
        complete(moment);
        String list = followUps("OPEN").get(0).get("id").toString();
        OpenTasks.claim(As.staff1(), list);

        add(list, fan)
                .statusCode(201)
                .body("recipients[0].blocked.limit", equalTo("PRIVATE_PER_DAY"))
                .body("recipients[0].copy", nullValue());
        Recipients.sent(As.staff1(), list, fan).then().statusCode(409);
        sql.update("UPDATE follower SET status = 'OPTED_OUT' WHERE shop_id = ? AND id = ?", shop.id(), fan);
        add(list, fan).statusCode(400);
    }

    @Test
    void r9WhoComesToAnotherAccountIsWrittenToByNoFollowUpOfTheFormerOne() {
        complete(openMoment());
        String list = followUps("OPEN").get(0).get("id").toString();
        OpenTasks.claim(As.staff1(), list);
        add(list, fan).statusCode(201);

        json(As.marketer())
                .header("If-Match", "*")
                .body(Map.of("accountId", shop.account2()))
                .patch("/followers/{id}", fan)
                .then()
                .statusCode(200);

        As.staff1()
                .get("/tasks/{id}/recipients", list)
                .then()
                .body("items[0].state", equalTo("SKIPPED"))
                .body("items[0].reason", equalTo("MOVED"));
        add(list, fan).statusCode(400);
    }

    /** The first moment of a campaign that names a follow-up, on the first account. */
    private Map<String, Object> openMoment() {
        String campaign = new TestCampaign(shop).filled();
        String post = As.marketer()
                .get("/campaigns/{id}/posts", campaign)
                .path("items.find { it.kind == 'MOMENT' && it.at == '08:30' }.id");
        String script = As.make(
                As.marketer(),
                "/shops/{shop}/scripts",
                Map.of("title", "跟进", "copy", "谢谢支持", "kind", "PRIVATE", "line", "PERSONA"),
                shop.id());
        As.change(As.marketer(), "/posts/{id}", Map.of("followUpScriptId", script), post);
        move(As.marketer(), campaign, "REVIEW").statusCode(200);
        approve(As.marketer(), campaign);
        approve(As.staff1(), campaign);
        move(As.marketer(), campaign, "PREPARING").statusCode(200);
        TestCampaign.prepareAll(campaign);
        TestCampaign.brief(campaign);
        TestCampaign.brief(campaign);
        move(As.marketer(), campaign, "READY").statusCode(200);
        ServiceClock.set(TestCampaign.startOf(campaign).plus(Duration.ofMinutes(8 * 60 + 31)));
        return As.staff1()
                .get("/tasks?shop={shop}&kind=MOMENT&mine=true", shop.id())
                .path("items.find { it.postId == '" + post + "' }");
    }

    private static void complete(Map<String, Object> moment) {
        String id = moment.get("id").toString();
        OpenTasks.claim(As.staff1(), id);
        OpenTasks.complete(As.staff1(), id, Map.of("result", Map.of("comments", 1)));
    }

    private static ValidatableResponse add(String list, long follower) {
        return json(As.staff1())
                .body(Map.of("followerIds", List.of(Long.toString(follower))))
                .post("/tasks/{id}/recipients", list)
                .then();
    }

    private List<Map<String, Object>> followUps(String status) {
        return As.staff1()
                .get("/tasks?shop={shop}&kind=FOLLOW_UP&status={status}", shop.id(), status)
                .path("items");
    }
}
