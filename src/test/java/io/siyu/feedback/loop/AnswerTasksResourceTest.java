package io.siyu.feedback.loop;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.OpenTasks;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

/** A feedback that was triaged is its owner's task. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class AnswerTasksResourceTest {
    private TestShop shop;

    @BeforeEach
    void foundShop() {
        shop = TestShop.create();
    }

    @Test
    void r13ATriagedFeedbackIsItsOwnersTaskUntilSomethingHasComeOfIt() {
        String id = As.make(As.staff1(), "/shops/{shop}/feedback", Map.of("kind", "PRICE", "text", "嫌贵"), shop.id());
        assertThat(tasks(As.marketer())).as("nobody has said whose it is").isEmpty();
        step(As.marketer(), id, "triage", Map.of("ownerStaffId", shop.staff2Id()));
        Map<String, Object> task = tasks(As.staff2()).get(0);
        assertThat(((Map<?, ?>) task.get("subject")).get("link")).isEqualTo("/feedback/" + id);
        assertThat(task.get("title").toString())
                .as("nobody is named in a queue")
                .doesNotContain("嫌贵");
        assertThat(task.get("dueAt"))
                .isEqualTo(As.marketer().get("/feedback/{id}", id).path("dueAt"));

        OpenTasks.claim(As.staff2(), task.get("id").toString());
        json(As.staff2())
                .body(Map.of())
                .put("/tasks/{id}/completion", task.get("id"))
                .then()
                .statusCode(409)
                .body("detail", containsString("/feedback/" + id));
        step(As.marketer(), id, "triage", Map.of("ownerStaffId", shop.staff1Id()));
        assertThat(tasks(As.staff2())).isEmpty();
        assertThat(tasks(As.staff1())).extracting(one -> one.get("id")).containsExactly(task.get("id"));

        step(As.staff1(), id, "action", Map.of("outcome", "ANSWERED", "answer", "说品质"));
        assertThat(tasks(As.staff1())).isEmpty();
        assertThat((String) As.marketer().get("/tasks/{id}", task.get("id")).path("status"))
                .isEqualTo("DONE");
    }

    @Test
    void r16AReopenedFeedbackIsAnotherTaskOfItsOwner() {
        String id = As.make(As.staff1(), "/shops/{shop}/feedback", Map.of("kind", "PRICE", "text", "嫌贵"), shop.id());
        step(As.marketer(), id, "triage", Map.of("ownerStaffId", shop.staff2Id()));
        step(As.staff2(), id, "action", Map.of("outcome", "ANSWERED", "answer", "说品质"));
        assertThat(tasks(As.staff2())).isEmpty();
        step(As.staff1(), id, "reopening", Map.of("reason", "还是嫌贵"));
        assertThat(tasks(As.staff2())).hasSize(1);
        step(As.staff2(), id, "action", Map.of("outcome", "ANSWERED", "answer", "给了券"));
        step(As.staff1(), id, "confirmation", Map.of());
        assertThat(tasks(As.staff2())).isEmpty();
    }

    @Test
    void r13WhatWasSkippedIsTheTaskOfItsNewOwner() {
        String id = As.make(As.staff1(), "/shops/{shop}/feedback", Map.of("kind", "PRICE", "text", "嫌贵"), shop.id());
        step(As.marketer(), id, "triage", Map.of("ownerStaffId", shop.staff2Id()));
        Object task = tasks(As.staff2()).get(0).get("id");
        json(As.staff2())
                .body(Map.of("reason", "不归我管"))
                .put("/tasks/{id}/skip", task)
                .then()
                .statusCode(200);
        step(As.marketer(), id, "triage", Map.of("ownerStaffId", shop.staff1Id()));
        assertThat(tasks(As.staff1())).extracting(one -> one.get("id")).containsExactly(task);
        assertThat(tasks(As.staff2())).isEmpty();
    }

    /** Who took over was given what the leaver had to answer, which does not go back. */
    @Test
    void r14TheTaskStaysWithTheFeedbackWhenADepartureIsUndone() {
        String id = As.make(As.staff2(), "/shops/{shop}/feedback", Map.of("kind", "PRICE", "text", "嫌贵"), shop.id());
        step(As.marketer(), id, "triage", Map.of("ownerStaffId", shop.staff1Id()));
        json(As.admin())
                .body(Map.of("takeoverStaffId", shop.marketerStaffId()))
                .put("/staff/{id}/departure", shop.staff1Id())
                .then()
                .statusCode(200);
        assertThat(tasks(As.marketer())).hasSize(1);
        json(As.admin()).delete("/staff/{id}/departure", shop.staff1Id()).then().statusCode(204);
        As.marketer().get("/feedback/{id}", id).then().body("owner.id", equalTo(shop.marketerStaffId()));
        assertThat(tasks(As.marketer())).hasSize(1);
        assertThat(tasks(As.staff1())).isEmpty();
    }

    private List<Map<String, Object>> tasks(RequestSpecification as) {
        return as.get("/tasks?shop={shop}&kind=ANSWER_FEEDBACK&mine=true", shop.id())
                .path("items");
    }

    private static void step(RequestSpecification as, String id, String step, Map<String, Object> said) {
        RequestSpecification request = json(as);
        (said.isEmpty() ? request : request.body(said))
                .put("/feedback/{id}/{step}", id, step)
                .then()
                .statusCode(200);
    }
}
