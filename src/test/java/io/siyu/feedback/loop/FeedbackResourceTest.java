package io.siyu.feedback.loop;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.OpenTasks;
import io.siyu.support.ServiceClock;
import io.siyu.support.TestShop;
import io.siyu.task.TaskKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import static io.siyu.support.As.json;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(Database.class)
class FeedbackResourceTest {
    private static final Map<String, Object> ANSWERED = Map.of("outcome", "ANSWERED", "answer", "强调品质");

    @Inject
    OpenTasks tasks;

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
    void aReportGoesRoundTheLoopUntilItsReporterIsContent() {
        String task = tasks.put(shop, TaskKind.PRIVATE, shop.staff1Id());
        String id = report(As.staff1(), Map.of("kind", "OBJECTION", "text", "嫌贵", "task", task))
                .statusCode(201)
                .body("status", equalTo("NEW"))
                .body("taskId", equalTo(task))
                .body("reporter.displayName", equalTo("STAFF1"))
                .body("owner.displayName", equalTo("MARKETER"))
                .extract()
                .path("id");
        put(As.marketer(), id, "action", Map.of("outcome", "ANSWERED")).statusCode(409);
        put(As.staff1(), id, "triage", Map.of()).statusCode(403);
        put(As.marketer(), id, "triage", Map.of("note", "价格话术")).statusCode(200).body("status", equalTo("TRIAGED"));
        put(As.marketer(), id, "action", Map.of("outcome", "REJECTED"))
                .statusCode(400)
                .body("violations[0].field", equalTo("reason"));
        put(As.marketer(), id, "action", Map.of("outcome", "SCRIPT_REVISED", "scriptId", "99"))
                .statusCode(400)
                .body("violations[0].field", equalTo("scriptId"));
        put(As.marketer(), id, "action", Map.of("outcome", "ANSWERED", "note", "强调品质"))
                .statusCode(200)
                .body("action.outcome", equalTo("ANSWERED"));
        put(As.marketer(), id, "confirmation", null).statusCode(403);
        put(As.staff1(), id, "reopening", Map.of("reason", "还是不会说"))
                .statusCode(200)
                .body("status", equalTo("REOPENED"));
        put(As.marketer(), id, "action", ANSWERED).statusCode(200);
        setClock(Duration.ofMinutes(90));
        put(As.staff1(), id, "confirmation", null)
                .statusCode(200)
                .body("status", equalTo("CONFIRMED"))
                .body("loopMinutes", greaterThanOrEqualTo(90))
                .body("reopened", equalTo(1));
        As.staff1()
                .get("/feedback/{id}", id)
                .then()
                .body("history.to", contains("NEW", "TRIAGED", "ACTIONED", "REOPENED", "ACTIONED", "CONFIRMED"));
    }

    @Test
    void aDueTimeLiesAhead() {
        String id = report(As.staff1(), Map.of("kind", "IDEA", "text", "x"))
                .extract()
                .path("id");
        String past = clock.instant().minusSeconds(1).toString();
        put(As.marketer(), id, "triage", Map.of("dueAt", past))
                .statusCode(400)
                .body("violations[0].field", equalTo("dueAt"))
                .body("violations[0].code", equalTo("Past"))
                .body("violations[0].message", equalTo("It must lie ahead."));
        put(As.marketer().header("Accept-Language", "zh"), id, "triage", Map.of("dueAt", past))
                .statusCode(400)
                .body("violations[0].message", equalTo("截止时间必须晚于现在。"));

        String ahead = clock.instant().plusSeconds(3600).toString();
        put(As.marketer(), id, "triage", Map.of("dueAt", ahead)).statusCode(200);
        setClock(Duration.ofHours(2));
        // Said again, it may have passed meanwhile.
        put(As.marketer(), id, "triage", Map.of("dueAt", ahead, "note", "晚了")).statusCode(200);
    }

    @Test
    void triagingAgainAsItIsMakesNoStep() {
        String id = report(As.staff1(), Map.of("kind", "IDEA", "text", "x"))
                .extract()
                .path("id");
        String ahead = clock.instant().plusSeconds(3600).toString();
        Map<String, Object> triage = Map.of("dueAt", ahead, "note", "好", "ownerStaffId", shop.marketerStaffId());
        int version = put(As.marketer(), id, "triage", triage)
                .statusCode(200)
                .extract()
                .path("version");
        put(As.marketer(), id, "triage", triage).statusCode(200).body("version", equalTo(version));
        put(As.marketer(), id, "triage", Map.of()).statusCode(200).body("version", equalTo(version));
        put(As.marketer(), id, "triage", Map.of("note", "不好")).statusCode(200);
        As.staff1().get("/feedback/{id}", id).then().body("history.to", contains("NEW", "TRIAGED", "TRIAGED"));
    }

    @Test
    void staffSeeTheirOwnAndMarketersAll() {
        String id = report(As.staff1(), Map.of("kind", "PRAISE", "text", "好用"))
                .extract()
                .path("id");
        As.staff2().get("/shops/{shop}/feedback", shop.id()).then().body("items", empty());
        As.staff2().get("/feedback/{id}", id).then().statusCode(404);
        put(As.staff2(), id, "confirmation", null).statusCode(404);
        As.staff1().get("/shops/{shop}/feedback", shop.id()).then().body("items.id", contains(id));
        As.marketer().get("/shops/{shop}/feedback?mine=true", shop.id()).then().body("items.id", contains(id));
        As.integration().get("/shops/{shop}/feedback", shop.id()).then().statusCode(403);
        As.nobody().get("/shops/{shop}/feedback", shop.id()).then().statusCode(401);
    }

    @Test
    void whatIsNotSettledInTimeIsOverdue() {
        String id = report(As.staff1(), Map.of("kind", "IDEA", "text", "加个表情"))
                .body("overdue", equalTo(false))
                .extract()
                .path("id");
        setClock(Duration.ofHours(25));
        As.marketer()
                .get("/shops/{shop}/feedback?overdue=true", shop.id())
                .then()
                .body("items.id", contains(id))
                .body("items[0].overdue", equalTo(true))
                .body("items[0].loopMinutes", nullValue());
    }

    @Test
    void badInputIsNamedByField() {
        TestShop other = TestShop.create();
        String foreign = tasks.put(other, TaskKind.MOMENT, null);
        report(As.staff1(), Map.of("kind", "IDEA", "text", "x", "task", foreign))
                .statusCode(400)
                .body("violations[0].field", equalTo("task"));
        report(As.staff1(), Map.of("kind", "no words", "text", "x"))
                .statusCode(400)
                .body("violations[0].field", equalTo("kind"));
        report(As.staff1(), Map.of("kind", "IDEA", "text", " "))
                .statusCode(400)
                .body("violations[0].field", equalTo("text"));
        report(As.staff1(), Map.of("kind", "IDEA", "text", "x", "mood", "good"))
                .statusCode(400)
                .body("violations[0].field", equalTo("mood"));
    }

    @Test
    void aReporterRewordsWhatNobodyHasTriaged() {
        String id = report(As.staff1(), Map.of("kind", "IDEA", "text", "旧"))
                .extract()
                .path("id");
        json(As.staff1())
                .body(Map.of("text", "新"))
                .patch("/feedback/{id}", id)
                .then()
                .statusCode(428);
        json(As.staff1())
                .header("If-Match", As.staff1().get("/feedback/{id}", id).header("ETag"))
                .body(Map.of("text", "新"))
                .patch("/feedback/{id}", id)
                .then()
                .statusCode(200)
                .body("text", equalTo("新"))
                .body("kind", equalTo("IDEA"));
    }

    @Test
    void whatALeaverAnswersForIsEntrustedToTheNextOne() {
        As.marketer().get("/me").then().statusCode(200);
        String fresh = report(As.staff1(), Map.of("kind", "IDEA", "text", "新"))
                .extract()
                .path("id");
        String triaged = report(As.staff1(), Map.of("kind", "IDEA", "text", "旧"))
                .extract()
                .path("id");
        put(As.marketer(), triaged, "triage", Map.of()).statusCode(200);
        String second = shop.hire("allroles", java.util.List.of("marketer"));

        As.admin().delete("/staff/{id}", shop.marketerStaffId()).then().statusCode(204);

        As.user("allroles")
                .get("/shops/{shop}/feedback?mine=true", shop.id())
                .then()
                .body("items.id", contains(triaged, fresh));
        As.staff1()
                .get("/feedback/{id}", triaged)
                .then()
                .body("status", equalTo("TRIAGED"))
                .body("history.to", contains("NEW", "TRIAGED", "TRIAGED"))
                .body("history[2].byStaffId", equalTo(shop.marketerStaffId()))
                .body("history[2].ownerStaffId", equalTo(second));
    }

    @Test
    void anotherMarketerHasTheLastWordWhenTheReporterTakesLong() {
        String id = actioned();
        put(As.admin(), id, "confirmation", null).statusCode(403);
        setClock(Duration.ofHours(73));
        put(As.marketer(), id, "confirmation", null).statusCode(403);
        put(As.staff2(), id, "confirmation", null).statusCode(404);
        put(As.admin(), id, "confirmation", null).statusCode(200).body("status", equalTo("CONFIRMED"));
    }

    @Test
    void anotherMarketerHasTheLastWordAtOnceWhenTheReporterHasLeft() {
        String id = actioned();
        As.admin().delete("/staff/{id}", shop.staff1Id()).then().statusCode(204);
        put(As.marketer(), id, "confirmation", null).statusCode(403);
        put(As.admin(), id, "reopening", Map.of("reason", "不清楚"))
                .statusCode(200)
                .body("status", equalTo("REOPENED"));
    }

    @Test
    void whoActedHasTheLastWordIfThereIsNobodyElse() {
        String id = report(As.staff1(), Map.of("kind", "IDEA", "text", "x"))
                .extract()
                .path("id");
        put(As.admin(), id, "triage", Map.of()).statusCode(200);
        put(As.admin(), id, "action", ANSWERED).statusCode(200);
        As.admin().delete("/staff/{id}", shop.staff1Id()).then().statusCode(204);
        As.admin().delete("/staff/{id}", shop.marketerStaffId()).then().statusCode(204);
        put(As.admin(), id, "confirmation", null).statusCode(200);
    }

    /** By the marketer. */
    private String actioned() {
        String id = report(As.staff1(), Map.of("kind", "IDEA", "text", "x"))
                .extract()
                .path("id");
        put(As.marketer(), id, "triage", Map.of()).statusCode(200);
        put(As.marketer(), id, "action", ANSWERED).statusCode(200);
        return id;
    }

    private ValidatableResponse report(RequestSpecification who, Map<String, Object> body) {
        return json(who).body(body).post("/shops/{shop}/feedback", shop.id()).then();
    }

    private static ValidatableResponse put(RequestSpecification who, String id, String step, Map<String, Object> body) {
        RequestSpecification request = json(who);
        return (body == null ? request : request.body(new HashMap<>(body)))
                .put("/feedback/{id}/{step}", id, step)
                .then();
    }

    private void setClock(Duration ahead) {
        ServiceClock.set(clock.instant().plus(ahead));
    }
}
