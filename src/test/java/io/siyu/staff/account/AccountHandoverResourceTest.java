package io.siyu.staff.account;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.siyu.support.As;
import io.siyu.support.Buyers;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** R14: an account gets another owner, and for a day may have its former one again. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class AccountHandoverResourceTest {
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
    void r14ANewOwnerIsUndoableForADayWithWhatIsUndone() {
        String mine = tasks.put(shop, TaskKind.MOMENT, shop.staff1Id());
        String done = tasks.put(shop, TaskKind.GROUP, shop.staff1Id());
        String byHand = tasks.put(shop, TaskKind.MOMENT, shop.adminStaffId());
        handOver(Map.of("ownerStaffId", shop.staff2Id()))
                .statusCode(200)
                .body("ownerStaffId", equalTo(shop.staff2Id()))
                .body("handedFromStaffId", equalTo(shop.staff1Id()))
                .body("handoverUndoableUntil", notNullValue());
        handOver(Map.of("ownerStaffId", shop.staff2Id())).statusCode(200);
        OpenTasks.claim(As.staff2(), done);
        OpenTasks.complete(As.staff2(), done, Map.of());
        task(mine).body("assignee.id", equalTo(shop.staff2Id()));

        undo().statusCode(200)
                .body("ownerStaffId", equalTo(shop.staff1Id()))
                .body("handedFromStaffId", nullValue())
                .body("handoverUndoableUntil", nullValue());
        task(mine).body("assignee.id", equalTo(shop.staff1Id()));
        task(done).body("assignee.id", equalTo(shop.staff2Id()));
        task(byHand).body("assignee.id", equalTo(shop.adminStaffId()));
        OpenTasks.claim(As.staff1(), mine);
        undo().statusCode(404);
    }

    @Test
    void r14AnOwnerWhoWasPatchedIsUndoableTooButNotAfterADayNorForWhoLeft() {
        As.change(As.admin(), "/accounts/{id}", Map.of("ownerStaffId", shop.staff2Id()), shop.account1());
        ServiceClock.set(clock.instant().plus(Duration.ofDays(1)).plusSeconds(1));
        undo().statusCode(409).body("violations[0].code", equalTo("TooLate"));
        handOver(Map.of("ownerStaffId", shop.staff1Id())).statusCode(200);
        json(As.admin()).delete("/staff/{id}", shop.staff2Id()).then().statusCode(204);
        undo().statusCode(409).body("violations[0].code", equalTo("OwnerGone"));
        As.admin().get("/accounts/{id}", shop.account1()).then().body("ownerStaffId", equalTo(shop.staff1Id()));
    }

    @Test
    void r14FarewellAndHelloOfANewOwnerAreWrittenOnWishAndEndWithTheUndoing() {
        List<Long> friends = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            friends.add(buyers.add(shop, "b" + i, buyers.today().minusDays(1)));
        }
        buyers.changed(shop);
        buyers.follow(shop.account1(), friends.get(0), friends.get(1));
        String script = As.make(
                As.marketer(),
                "/shops/{shop}/scripts",
                Map.of(
                        "title",
                        "再见",
                        "copy",
                        "{{昵称}}，{{承接号}}还在",
                        "kind",
                        "PRIVATE",
                        "line",
                        "PERSONA",
                        "media",
                        List.of()),
                shop.id());
        handOver(Map.of("ownerStaffId", shop.staff2Id(), "farewellScriptId", shop.id()))
                .statusCode(400)
                .body("violations[0].field", equalTo("farewellScriptId"));
        As.admin().get("/accounts/{id}", shop.account1()).then().body("ownerStaffId", equalTo(shop.staff1Id()));

        handOver(Map.of("ownerStaffId", shop.staff2Id(), "farewellScriptId", script, "helloScriptId", script))
                .statusCode(200);
        assertThat(undone()).hasSize(2).allSatisfy(task -> {
            assertThat(((Map<?, ?>) task.get("assignee")).get("id")).isEqualTo(shop.staff2Id());
            assertThat(((Map<?, ?>) task.get("recipientCounts")).get("total")).isEqualTo(2);
        });
        undo().statusCode(200);
        assertThat(undone()).isEmpty();
    }

    @Test
    void onlyAdminsOfTheShopHandAccountsOverAndOnlyToWhoWorksThere() {
        json(As.marketer())
                .body(Map.of("ownerStaffId", shop.staff2Id()))
                .put("/accounts/{id}/handover", shop.account1())
                .then()
                .statusCode(403);
        json(As.admin())
                .body(Map.of("ownerStaffId", TestShop.create().staff2Id()))
                .put("/accounts/{id}/handover", shop.account1())
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("UnknownStaff"));
        As.admin().delete("/accounts/{id}/handover", shop.account1()).then().statusCode(404);
        json(As.admin())
                .body(Map.of("reason", "封号"))
                .put("/accounts/{id}/retirement", shop.account1())
                .then()
                .statusCode(200);
        handOver(Map.of("ownerStaffId", shop.staff2Id())).statusCode(409);
    }

    private List<Map<String, Object>> undone() {
        List<Map<String, Object>> found = new ArrayList<>();
        for (String status : List.of("PLANNED", "OPEN")) {
            found.addAll(As.marketer()
                    .get("/tasks?shop={shop}&kind=PRIVATE&status={status}", shop.id(), status)
                    .then()
                    .statusCode(200)
                    .extract()
                    .<List<Map<String, Object>>>path("items"));
        }
        return found;
    }

    private ValidatableResponse handOver(Map<String, Object> body) {
        return json(As.admin())
                .body(body)
                .put("/accounts/{id}/handover", shop.account1())
                .then();
    }

    private ValidatableResponse undo() {
        return As.admin().delete("/accounts/{id}/handover", shop.account1()).then();
    }

    private static ValidatableResponse task(String id) {
        return As.marketer().get("/tasks/{id}", id).then().statusCode(200);
    }
}
