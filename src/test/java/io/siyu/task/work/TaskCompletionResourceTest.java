package io.siyu.task.work;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.OpenTasks;
import io.siyu.support.ServiceClock;
import io.siyu.support.TestCampaign;
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
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

/** R7 and R13 of what is reported done: when it was, though the lease has lapsed or the campaign is cancelled. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class TaskCompletionResourceTest {
    private static final Instant NOON = Instant.parse("2027-03-01T04:00:00Z");

    @Inject
    OpenTasks tasks;

    private TestShop shop;

    @BeforeEach
    void foundShop() {
        shop = TestShop.create();
        ServiceClock.set(NOON);
    }

    @AfterEach
    void freeClock() {
        ServiceClock.free();
    }

    @Test
    void r13ACompletionWithinTheLeaseIsTakenAfterItLapsed() {
        String task = claimed(TaskKind.MOMENT);
        ServiceClock.set(NOON.plus(Duration.ofMinutes(36)));

        complete(
                        As.staff1(),
                        task,
                        Map.of("at", NOON.plus(Duration.ofMinutes(33)).toString()))
                .then()
                .statusCode(409);
        complete(
                        As.staff1(),
                        task,
                        Map.of("at", NOON.plus(Duration.ofMinutes(10)).toString()))
                .then()
                .statusCode(200)
                .body("status", equalTo("DONE"))
                .body("closedAt", equalTo("2027-03-01T04:10:00Z"))
                .body("holder.displayName", equalTo("STAFF1"));
    }

    @Test
    void r13ItIsTakenWhileAnotherHoldsItButNotOnceAnotherHasFinishedIt() {
        String held = claimed(TaskKind.MOMENT);
        String finished = claimed(TaskKind.MOMENT);
        ServiceClock.set(NOON.plus(Duration.ofMinutes(36)));
        OpenTasks.claim(As.marketer(), held);
        OpenTasks.claim(As.marketer(), finished);
        OpenTasks.complete(As.marketer(), finished, Map.of());
        Map<String, Object> within =
                Map.of("at", NOON.plus(Duration.ofMinutes(10)).toString());

        complete(As.staff1(), held, within).then().statusCode(200);
        complete(As.staff1(), finished, within).then().statusCode(409);
        complete(As.marketer(), held, Map.of()).then().statusCode(409);
    }

    @Test
    void r13ATimeThatLiesAheadOrBeforeTheClaimIsRefused() {
        String task = claimed(TaskKind.MOMENT);
        for (Instant at : List.of(NOON.plus(Duration.ofMinutes(5)), NOON.minus(Duration.ofMinutes(5)))) {
            complete(As.staff1(), task, Map.of("at", at.toString()))
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("at"));
        }
    }

    @Test
    void r13TheSameCompletionSaidAgainAtAnotherTimeIsTheSame() {
        String task = claimed(TaskKind.MOMENT);
        complete(As.staff1(), task, Map.of("at", NOON.toString())).then().statusCode(200);
        ServiceClock.set(NOON.plusSeconds(90));
        complete(As.staff1(), task, Map.of("at", NOON.plusSeconds(60).toString()))
                .then()
                .statusCode(200)
                .body("closedAt", equalTo("2027-03-01T04:00:00Z"));
    }

    @Test
    void r11MomentsOverTheLimitsAreTakenAndAreBreaches() {
        for (int i = 0; i < 3; i++) {
            Instant at = NOON.plus(Duration.ofHours(2L * i));
            ServiceClock.set(at);
            complete(As.staff1(), claimed(TaskKind.MOMENT), Map.of()).then().statusCode(200);
        }
        As.marketer().get("/shops/{shop}/breaches", shop.id()).then().body("items", empty());

        ServiceClock.set(Instant.parse("2027-03-01T14:40:00Z"));
        complete(As.staff1(), claimed(TaskKind.MOMENT), Map.of()).then().statusCode(200);
        As.marketer()
                .get("/shops/{shop}/breaches", shop.id())
                .then()
                .body("items.limit", containsInAnyOrder("MOMENTS_PER_DAY", "QUIET_HOURS"))
                .body("items.followerId", hasItem((Object) null));
        ServiceClock.set(Instant.parse("2027-03-01T15:40:00Z"));
        complete(As.staff1(), claimed(TaskKind.GROUP), Map.of()).then().statusCode(200);
        As.marketer()
                .get("/shops/{shop}/breaches", shop.id())
                .then()
                .body("items.limit", containsInAnyOrder("MOMENTS_PER_DAY", "QUIET_HOURS"));
    }

    @Test
    void r7AfterACancelWhoHasPostedCanStillSaySo() {
        ServiceClock.free();
        String campaign = new TestCampaign(shop).ready();
        Instant open = TestCampaign.startOf(campaign).plus(Duration.ofHours(12));
        ServiceClock.set(open);
        String task = As.staff1()
                .get("/tasks?shop={shop}&status=OPEN&kind=MOMENT", shop.id())
                .path("items[0].id");
        OpenTasks.claim(As.staff1(), task);
        ServiceClock.set(open.plusSeconds(300));
        As.staff1().delete("/tasks/{id}/claim", task).then().statusCode(200);
        TestCampaign.move(As.marketer(), campaign, Map.of("to", "CANCELLED", "reason", "缺货"))
                .statusCode(200);
        As.staff1().get("/tasks/{id}", task).then().body("status", equalTo("EXPIRED"));

        complete(As.staff1(), task, Map.of("at", open.plusSeconds(120).toString()))
                .then()
                .statusCode(200)
                .body("status", equalTo("DONE"))
                .body("completion.late", equalTo(true));
    }

    @Test
    void r10TheVersionThatWasSeenIsRecorded() {
        ServiceClock.free();
        String campaign = new TestCampaign(shop).ready();
        ServiceClock.set(TestCampaign.startOf(campaign).plus(Duration.ofHours(12)));
        String task = As.staff1()
                .get("/tasks?shop={shop}&status=OPEN&kind=MOMENT", shop.id())
                .path("items[0].id");
        int version = As.staff1().get("/tasks/{id}", task).path("scriptVersion");
        OpenTasks.claim(As.staff1(), task);
        complete(As.staff1(), task, Map.of("scriptVersion", version + 1))
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("scriptVersion"));
        String script = As.staff1().get("/tasks/{id}", task).path("scriptId");
        As.change(As.marketer(), "/scripts/" + script, Map.of("copy", "新的话术"));

        complete(As.staff1(), task, Map.of("scriptVersion", version))
                .then()
                .statusCode(200)
                .body("completion.scriptVersion", equalTo(version));
    }

    @Test
    void r13NobodyElseReportsWhatIsHeld() {
        String task = claimed(TaskKind.MOMENT);
        complete(As.marketer(), task, Map.of()).then().statusCode(409).body("detail", containsString("STAFF1"));
        complete(As.staff2(), task, Map.of()).then().statusCode(404);
    }

    private String claimed(TaskKind kind) {
        String task = tasks.put(shop, kind, shop.staff1Id());
        OpenTasks.claim(As.staff1(), task);
        return task;
    }

    private static Response complete(RequestSpecification as, String task, Map<String, Object> said) {
        return json(as).body(said).put("/tasks/{id}/completion", task);
    }
}
