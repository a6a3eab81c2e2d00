package io.siyu.contract;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.Distributions;
import io.siyu.support.OpenTasks;
import io.siyu.support.TestShop;
import io.siyu.task.TaskKind;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static io.siyu.support.As.json;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

/** People who are something else in each shop, or several things in one. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class RolesByShopResourceTest {
    /** Whose login carries every role. */
    private static final String SEVERAL_ROLES = "allroles";

    @Inject
    OpenTasks tasks;

    @Inject
    Buyers buyers;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @Test
    void theQueueLeavesOutShopsWhereTheRoleIsMissing() {
        TestShop asIntegration = TestShop.create();
        TestShop asStaff = TestShop.create();
        asIntegration.hire(SEVERAL_ROLES, List.of("integration"));
        asStaff.hire(SEVERAL_ROLES, List.of("staff"));
        String hidden = pool(asIntegration);
        String open = pool(asStaff);

        self().get("/tasks?limit=200")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(open))
                .body("items.id", not(hasItem(hidden)));
        self().get("/tasks?shop={shop}", asIntegration.id()).then().statusCode(403);
        self().put("/tasks/{id}/claim", hidden).then().statusCode(403);
        claim(Map.of("limit", 20, "shop", asIntegration.id())).then().statusCode(403);
        claim(Map.of("limit", 20)).then().statusCode(200).body("items.id", not(hasItem(hidden)));
        As.marketer().get("/tasks/{id}", hidden).then().body("status", equalTo("OPEN"));
    }

    @Test
    void aShopThatGivesNoneOfTheLoginsRolesIsNotListed() {
        TestShop shop = TestShop.create();
        setRoles(shop, "staff1", "marketer");
        As.staff1().get("/shops/{shop}", shop.id()).then().statusCode(403);
        As.staff1().get("/shops?limit=200").then().statusCode(200).body("items.id", not(hasItem(shop.id())));
        As.staff1().get("/me").then().statusCode(200).body("shops.id", not(hasItem(shop.id())));
        setRoles(shop, "staff1", "marketer,staff");
        As.staff1().get("/me").then().body("shops.find { it.id == '" + shop.id() + "' }.roles", contains("staff"));
    }

    /** What an integration may see besides, it sees where integrations see it, and nowhere else. */
    @Test
    void staffWhoAreAlsoIntegrationSeeWhatStaffSee() {
        TestShop shop = TestShop.create();
        String self = shop.hire(SEVERAL_ROLES, List.of("staff", "integration"));
        String mine = tasks.put(shop, TaskKind.MOMENT, self);
        String others = tasks.put(shop, TaskKind.MOMENT, shop.staff1Id());
        String pool = pool(shop);
        String buyer = followedBy(shop, shop.account1());
        String follower = As.marketer().get("/buyers/{id}", buyer).path("follower.id");
        String feedback = report(shop);

        self().get("/tasks?shop={shop}", shop.id()).then().body("items.id", containsInAnyOrder(mine, pool));
        self().get("/tasks/{id}", others).then().statusCode(404);
        self().body(Map.of("staffId", self, "reason", "mine"))
                .put("/tasks/{id}/handover", others)
                .then()
                .statusCode(404);
        self().get("/followers/{id}", follower).then().statusCode(404);
        self().get("/feedback/{id}", feedback).then().statusCode(404);
        self().get("/shops/{shop}/feedback", shop.id()).then().body("items", empty());
        self().post("/buyers/{id}/contact-reveals", buyer).then().statusCode(404);
        String due = "/shops/" + shop.id() + "/due-buyers?within=90";
        As.marketer().get(due).then().body("items", hasSize(1));
        self().get(due).then().statusCode(200).body("items", empty());
        self().get("/shops/{shop}/buyers", shop.id()).then().body("items.id", contains(buyer));
        self().get("/shops/{shop}/segments", shop.id()).then().statusCode(403);
    }

    @Test
    void aMarketerOfAnotherShopIsStaffHere() {
        TestShop asStaff = TestShop.create();
        TestShop asMarketer = TestShop.create();
        asStaff.hire(SEVERAL_ROLES, List.of("staff"));
        asMarketer.hire(SEVERAL_ROLES, List.of("marketer"));
        tasks.put(asStaff, TaskKind.MOMENT, asStaff.staff1Id());
        String others = tasks.put(asMarketer, TaskKind.MOMENT, asMarketer.staff1Id());
        String buyerHere = followedBy(asStaff, asStaff.account1());
        String buyerThere = followedBy(asMarketer, asMarketer.account1());

        self().get("/tasks?shop={shop}", asStaff.id()).then().body("items", empty());
        self().get("/tasks?shop={shop}", asMarketer.id()).then().body("items.id", hasItem(others));
        self().get("/buyers/{id}", buyerHere).then().statusCode(404);
        self().get("/buyers/{id}", buyerThere).then().statusCode(200);
        self().get("/feedback/{id}", report(asStaff)).then().statusCode(404);
        self().get("/feedback/{id}", report(asMarketer)).then().statusCode(200);
    }

    /** The key is the person's own, but the answer was the role's. */
    @Test
    void aRepeatedRequestIsNotAnsweredToWhoLostTheRole() {
        TestShop shop = TestShop.create();
        shop.hire(SEVERAL_ROLES, List.of("marketer"));
        String key = UUID.randomUUID().toString();
        writeScript(shop, key, 201);
        writeScript(shop, key, 201);
        setRoles(shop, SEVERAL_ROLES, "integration");
        writeScript(shop, key, 403);
    }

    private static void writeScript(TestShop shop, String key, int status) {
        self().header("Idempotency-Key", key)
                .body(Map.of("title", "早安", "copy", "早上好", "kind", "MOMENT", "line", "PERSONA"))
                .post("/shops/{shop}/scripts", shop.id())
                .then()
                .statusCode(status);
    }

    private static RequestSpecification self() {
        return json(As.user(SEVERAL_ROLES));
    }

    private static Response claim(Map<String, Object> wanted) {
        return self().body(wanted).post("/task-claims");
    }

    private String pool(TestShop shop) {
        return tasks.put(shop, TaskKind.MOMENT, null);
    }

    private static String report(TestShop shop) {
        return As.make(As.staff1(), "/shops/{shop}/feedback", Map.of("kind", "IDEA", "text", "好主意"), shop.id());
    }

    /** @return a buyer whom an account of someone else invited */
    private String followedBy(TestShop shop, String account) {
        LocalDate day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).minusDays(10);
        long buyer = buyers.add(shop, "buyer of " + shop.id(), day);
        buyers.changed(shop);
        Distributions.run(shop.id(), Map.of("accounts", List.of(account)));
        return Long.toString(buyer);
    }

    private void setRoles(TestShop shop, String username, String roles) {
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        "UPDATE staff SET roles = ? WHERE shop_id = ? AND username = ?",
                        roles,
                        Long.parseLong(shop.id()),
                        username));
    }
}
