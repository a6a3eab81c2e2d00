package io.siyu.task.work;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.OpenTasks;
import io.siyu.support.Recipients;
import io.siyu.support.ServiceClock;
import io.siyu.support.TestShop;
import io.siyu.task.TaskKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

/** R13: skips and completions are undone for ten minutes, results corrected until the campaign is closed. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class TaskUndoingResourceTest {
    private static final Instant TEN = Instant.parse("2027-03-01T02:00:00Z");
    private static final String CONTACTS = "SELECT COUNT(*) AS n FROM contact WHERE shop_id = ? AND task_id = ?";

    @Inject
    OpenTasks tasks;

    @Inject
    Buyers buyers;

    @Inject
    Recipients recipients;

    @Inject
    Sql sql;

    private TestShop shop;

    @BeforeEach
    void foundShop() {
        shop = TestShop.create();
        ServiceClock.set(TEN);
    }

    @AfterEach
    void freeClock() {
        ServiceClock.free();
    }

    @Test
    void r13ASkipIsUndoneWithinTenMinutesByWhoSkippedAndItsRecipientsAreOpenAgain() {
        String task = listOf(3);
        skip(task);
        task(task).body("recipientCounts.missed", equalTo(3));
        undo(As.staff2(), task).statusCode(404);
        undo(As.staff1(), task)
                .statusCode(200)
                .body("status", equalTo("OPEN"))
                .body("reason", nullValue())
                .body("recipientCounts.pending", equalTo(3));
        undo(As.staff1(), task).statusCode(200);

        OpenTasks.claim(As.staff1(), task);
        skip(task);
        ServiceClock.set(TEN.plus(Duration.ofMinutes(11)));
        undo(As.staff1(), task).statusCode(409);
        undo(As.marketer(), task).statusCode(409);
    }

    @Test
    void r13ACompletionIsUndoneWithWhatCameWithItButNotWhatWasToldBefore() {
        String task = listOf(3);
        List<String> followers = task(task).extract().path("recipients.followerId");
        Recipients.sent(As.staff1(), task, Long.parseLong(followers.get(0)))
                .then()
                .statusCode(200);
        ServiceClock.set(TEN.plusSeconds(90));
        OpenTasks.complete(As.staff1(), task, Map.of("recipients", List.of(followers.get(1)), "restReason", "下班了"));
        assertThat(contacts(task)).isEqualTo(2);
        task(task).body("recipientCounts.missed", equalTo(1));

        undo(As.marketer(), task)
                .statusCode(200)
                .body("status", equalTo("OPEN"))
                .body("completion", nullValue());
        task(task).body("recipientCounts.sent", equalTo(1)).body("recipientCounts.pending", equalTo(2));
        assertThat(contacts(task)).isEqualTo(1);
        As.marketer()
                .get("/tasks/{id}/history", task)
                .then()
                .statusCode(200)
                .body("items.type", contains("CLAIMED", "DONE", "UNDONE"))
                .body("items[0].by.displayName", equalTo("STAFF1"))
                .body("items[1].to", equalTo("DONE"));
        As.staff2().get("/tasks/{id}/history", task).then().statusCode(404);
    }

    @Test
    void r13AMomentThatWasNotPostedLeavesTheLedger() {
        String task = tasks.put(shop, TaskKind.MOMENT, shop.staff1Id(), TEN);
        OpenTasks.claim(As.staff1(), task);
        OpenTasks.complete(As.staff1(), task, Map.of("result", Map.of("likes", 3)));
        assertThat(contacts(task)).isEqualTo(1);
        undo(As.staff1(), task).statusCode(200);
        assertThat(contacts(task)).isZero();
        undo(As.nobody(), task).statusCode(401);
    }

    @Test
    void r13ResultsAreAddedAndCorrectedByWhoDidItOrAMarketer() {
        String task = tasks.put(shop, TaskKind.MOMENT, shop.staff1Id(), TEN);
        correct(As.staff1(), task, Map.of("likes", 9)).statusCode(409);
        OpenTasks.claim(As.staff1(), task);
        OpenTasks.complete(As.staff1(), task, Map.of("result", Map.of("likes", 3, "note", "早上")));
        ServiceClock.set(TEN.plus(Duration.ofDays(2)));
        correct(As.staff1(), task, Map.of("likes", 9, "comments", 2))
                .statusCode(200)
                .body("completion.result.likes", equalTo(9))
                .body("completion.result.comments", equalTo(2))
                .body("completion.result.note", nullValue());
        correct(As.marketer(), task, Map.of("likes", 10)).statusCode(200);
        correct(As.marketer(), task, Map.of("likes", 10)).statusCode(200);
        correct(As.staff2(), task, Map.of("likes", 1)).statusCode(404);
        correct(As.staff1(), task, Map.of("likes", -1)).statusCode(400);
        As.staff1()
                .get("/tasks/{id}/history", task)
                .then()
                .body("items.findAll { it.type == 'CORRECTED' }", hasSize(2));
    }

    private String listOf(int followers) {
        String task = tasks.put(shop, TaskKind.PRIVATE, shop.staff1Id(), TEN);
        for (int i = 0; i < followers; i++) {
            long buyer = buyers.add(shop, "b" + i, buyers.today().minusDays(1));
            buyers.changed(shop);
            buyers.follow(shop.account1(), buyer);
            recipients.add(shop, task, buyer);
        }
        OpenTasks.claim(As.staff1(), task);
        return task;
    }

    private static void skip(String task) {
        json(As.staff1())
                .body(Map.of("reason", "缺货"))
                .put("/tasks/{id}/skip", task)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse undo(RequestSpecification as, String task) {
        return as.put("/tasks/{id}/undoing", task).then();
    }

    private static ValidatableResponse correct(RequestSpecification as, String task, Map<String, Object> result) {
        return json(as).body(result).put("/tasks/{id}/result", task).then();
    }

    private static ValidatableResponse task(String id) {
        return As.marketer().get("/tasks/{id}", id).then().statusCode(200);
    }

    private int contacts(String task) {
        return sql.list(CONTACTS, row -> row.intAt("n"), shop.id(), task).get(0);
    }
}
