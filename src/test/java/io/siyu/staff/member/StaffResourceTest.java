package io.siyu.staff.member;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static io.siyu.support.As.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Who is let into a shop, as what, and who no more. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class StaffResourceTest {
    /** Whose login carries every role. */
    private static final String SECOND_ADMIN = "allroles";

    @Inject
    Sql sql;

    @Test
    void theFirstLoginOfAnInvitedNameBecomesTheMember() {
        TestShop shop = TestShop.invited();
        As.admin()
                .get("/staff/{id}", shop.staff1Id())
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("status", equalTo("INVITED"))
                .body("joinedAt", nullValue());
        As.staff1().get("/shops/{shop}", shop.id()).then().statusCode(200);
        As.admin()
                .get("/staff/{id}", shop.staff1Id())
                .then()
                .header("ETag", equalTo("\"1\""))
                .body("status", equalTo("ACTIVE"))
                .body("joinedAt", notNullValue());
        As.admin().get("/staff/{id}", shop.adminStaffId()).then().body("status", equalTo("ACTIVE"));
        assertThat(invitations(shop)).doesNotContain("staff1").contains("staff2");
    }

    @Test
    void aLoginMadeAnewUnderAnOldNameInheritsNothing() {
        TestShop shop = TestShop.invited();
        As.staff1().get("/shops/{shop}", shop.id()).then().statusCode(200);
        becomeSomebodyElse(shop, "staff1");

        As.staff1().get("/shops/{shop}", shop.id()).then().statusCode(404);
        As.staff1().get("/me").then().statusCode(200).body("shops.id", not(hasItem(shop.id())));
        As.staff1().get("/tasks?shop={shop}", shop.id()).then().statusCode(404);
        invite(shop, "staff1").then().statusCode(409).body("violations[0].code", equalTo("AlreadyMember"));

        remove(shop.staff1Id()).then().statusCode(204);
        As.staff1().get("/shops/{shop}", shop.id()).then().statusCode(404);
        String anew = invite(shop, "staff1").then().statusCode(201).extract().path("id");
        assertThat(anew).isNotEqualTo(shop.staff1Id());
        As.staff1().get("/me").then().body("shops.find { it.id == '" + shop.id() + "' }.staffId", equalTo(anew));
    }

    @Test
    void aNameThatTheDatabaseTakesForAnotherIsAnotherPerson() {
        TestShop shop = TestShop.invited();
        As.staff1().get("/shops/{shop}", shop.id()).then().statusCode(200);
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        "UPDATE membership SET subject = 'staff1 ' WHERE shop_id = ? AND subject = 'staff1'",
                        Long.valueOf(shop.id())));
        As.staff1().get("/shops/{shop}", shop.id()).then().statusCode(404);
    }

    @Test
    void theNameOfWhoIsKnownElsewhereStillTakesAnInvitation() {
        TestShop first = TestShop.invited();
        TestShop second = TestShop.invited();
        As.staff1().get("/shops/{shop}", first.id()).then().statusCode(200);
        As.staff1()
                .get("/me")
                .then()
                .body("shops.find { it.id == '" + first.id() + "' }.staffId", equalTo(first.staff1Id()))
                .body("shops.find { it.id == '" + second.id() + "' }.staffId", equalTo(second.staff1Id()));
    }

    @Test
    void severalFirstRequestsAtOnceAreOneMember() throws Exception {
        TestShop shop = TestShop.invited();
        List<Integer> statuses =
                atOnce(8, () -> As.staff1().get("/shops/{shop}", shop.id()).statusCode());
        assertThat(statuses).containsOnly(200);
        As.admin().get("/staff/{id}", shop.staff1Id()).then().body("version", equalTo(1));
    }

    @Test
    void aMemberIsChangedInOneShopOnly() {
        TestShop shop = TestShop.invited();
        TestShop other = TestShop.invited();
        As.marketer().get("/me").then().statusCode(200);
        patch(shop.marketerStaffId(), null, Map.of("displayName", "小林")).then().statusCode(428);
        patch(shop.marketerStaffId(), "\"7\"", Map.of("displayName", "小林"))
                .then()
                .statusCode(412);
        patch(shop.marketerStaffId(), "\"1\"", Map.of("displayName", " 小林 ", "roles", List.of("marketer", "staff")))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"2\""))
                .body("displayName", equalTo("小林"))
                .body("roles", containsInAnyOrder("marketer", "staff"));
        patch(shop.marketerStaffId(), "*", Map.of("roles", List.of("king")))
                .then()
                .statusCode(400);
        patch(shop.marketerStaffId(), "*", Map.of("roles", List.of())).then().statusCode(400);
        patch(shop.marketerStaffId(), "*", Map.of("displayName", " ")).then().statusCode(400);
        As.admin().get("/staff/{id}", other.marketerStaffId()).then().body("displayName", equalTo("MARKETER"));
    }

    @Test
    void whoIsDeactivatedIsLetIntoNothingAtOnceAndBackAgain() {
        TestShop shop = TestShop.invited();
        TestShop other = TestShop.invited();
        As.staff1().get("/me").then().statusCode(200);
        patch(shop.staff1Id(), "*", Map.of("active", false))
                .then()
                .statusCode(200)
                .body("status", equalTo("INACTIVE"));
        for (String path : List.of("/shops/{shop}", "/shops/{shop}/buyers", "/shops/{shop}/campaigns")) {
            As.staff1().get(path, shop.id()).then().statusCode(404);
        }
        As.staff1().get("/tasks?shop={shop}", shop.id()).then().statusCode(404);
        As.staff1().get("/shops/{shop}", other.id()).then().statusCode(200);
        handOver(shop.staff1Id(), 404);
        json(As.admin())
                .body(Map.of("name", "新号", "kind", "WECOM", "ownerStaffId", shop.staff1Id()))
                .post("/shops/{shop}/accounts", shop.id())
                .then()
                .statusCode(400)
                .body("violations[0].code", equalTo("UnknownStaff"));

        patch(shop.staff1Id(), "*", Map.of("active", true)).then().body("status", equalTo("ACTIVE"));
        As.staff1().get("/shops/{shop}", shop.id()).then().statusCode(200);
    }

    /** A login whose name was changed, and another open invitation by the new name. */
    @Test
    void whoIsDeactivatedDoesNotComeInByAnotherName() {
        TestShop shop = TestShop.invited();
        As.staff1().get("/me").then().statusCode(200);
        patch(shop.staff1Id(), "*", Map.of("active", false)).then().statusCode(200);
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        "UPDATE staff SET username = 'of-before' WHERE shop_id = ? AND id = ?",
                        Long.valueOf(shop.id()),
                        Long.valueOf(shop.staff1Id())));
        String invited = invite(shop, "staff1").then().statusCode(201).extract().path("id");

        As.staff1().get("/shops/{shop}", shop.id()).then().statusCode(404);
        As.staff1().get("/me").then().statusCode(200).body("shops.id", not(hasItem(shop.id())));
        As.admin().get("/staff/{id}", invited).then().body("status", equalTo("INVITED"));

        patch(shop.staff1Id(), "*", Map.of("active", true)).then().body("status", equalTo("ACTIVE"));
        As.staff1()
                .get("/me")
                .then()
                .body("shops.find { it.id == '" + shop.id() + "' }.staffId", equalTo(shop.staff1Id()));
    }

    @Test
    void anInvitationIsHeldBackAndGivenAgain() {
        TestShop shop = TestShop.invited();
        patch(shop.staff2Id(), "*", Map.of("active", false)).then().body("status", equalTo("INACTIVE"));
        As.staff2().get("/shops/{shop}", shop.id()).then().statusCode(404);
        patch(shop.staff2Id(), "*", Map.of("active", true)).then().body("status", equalTo("INVITED"));
        As.staff2().get("/shops/{shop}", shop.id()).then().statusCode(200);
    }

    @Test
    void whoIsRemovedIsListedOnlyOnRequest() {
        TestShop shop = TestShop.invited();
        As.staff1().get("/me").then().statusCode(200);
        remove(shop.staff1Id()).then().statusCode(204);
        remove(shop.staff1Id()).then().statusCode(204);
        remove(shop.staff2Id()).then().statusCode(204);
        As.staff1().get("/shops/{shop}", shop.id()).then().statusCode(404);
        As.staff2().get("/shops/{shop}", shop.id()).then().statusCode(404);
        As.marketer()
                .get("/shops/{shop}/staff", shop.id())
                .then()
                .body("items.username", containsInAnyOrder("admin", "marketer", "integration"));
        As.marketer()
                .get("/shops/{shop}/staff?status=LEFT", shop.id())
                .then()
                .body("items.id", containsInAnyOrder(shop.staff1Id(), shop.staff2Id()));
        As.admin()
                .get("/staff/{id}", shop.staff1Id())
                .then()
                .body("status", equalTo("LEFT"))
                .body("displayName", equalTo("STAFF1"))
                .body("leftAt", notNullValue());
        patch(shop.staff1Id(), "*", Map.of("active", true)).then().statusCode(409);
    }

    @Test
    void onlyAdminsOfTheVeryShopChangeMembers() {
        TestShop shop = TestShop.invited();
        String foreign =
                json(As.admin()).body(Map.of("name", "Foreign")).post("/shops").path("id");
        As.nobody().get("/staff/{id}", shop.staff1Id()).then().statusCode(401);
        As.nobody().delete("/staff/{id}", shop.staff1Id()).then().statusCode(401);
        for (String user : List.of("marketer", "staff1", "integration")) {
            As.user(user).get("/staff/{id}", shop.staff1Id()).then().statusCode(403);
            As.user(user).delete("/staff/{id}", shop.staff1Id()).then().statusCode(403);
            json(As.user(user))
                    .header("If-Match", "*")
                    .body(Map.of("active", false))
                    .patch("/staff/{id}", shop.staff1Id())
                    .then()
                    .statusCode(403);
        }
        As.user(SECOND_ADMIN).get("/staff/{id}", shop.staff1Id()).then().statusCode(404);
        As.user(SECOND_ADMIN).delete("/staff/{id}", shop.staff1Id()).then().statusCode(404);
        shop.hire(SECOND_ADMIN, List.of("marketer"));
        As.user(SECOND_ADMIN).get("/staff/{id}", shop.staff1Id()).then().statusCode(403);
        As.marketer().get("/shops/{shop}/staff", foreign).then().statusCode(404);
    }

    @Test
    void theLastActiveAdminStays() {
        TestShop shop = TestShop.invited();
        // Somebody who never logged in cannot let others in.
        String second = shop.hire(SECOND_ADMIN, List.of("admin"));
        patch(shop.adminStaffId(), "*", Map.of("active", false))
                .then()
                .statusCode(409)
                .body("violations[0].code", equalTo("LastAdmin"));
        patch(shop.adminStaffId(), "*", Map.of("roles", List.of("marketer")))
                .then()
                .statusCode(409);
        remove(shop.adminStaffId()).then().statusCode(409);
        As.admin().get("/shops/{shop}/staff", shop.id()).then().statusCode(200);

        As.user(SECOND_ADMIN).get("/me").then().statusCode(200);
        remove(shop.adminStaffId()).then().statusCode(204);
        As.admin().get("/shops/{shop}", shop.id()).then().statusCode(404);
        As.user(SECOND_ADMIN).delete("/staff/{id}", second).then().statusCode(409);
    }

    /** A role counts where shop and login both give it. */
    @Test
    void anAdminByTheShopAloneDoesNotCountAsOne() {
        TestShop shop = TestShop.invited();
        remove(integrationOf(shop)).then().statusCode(204);
        shop.hire("integration", List.of("admin", "integration"));
        As.integration().get("/me").then().statusCode(200);
        As.admin()
                .get("/shops/{shop}/staff?status=ACTIVE", shop.id())
                .then()
                .body("items.username", containsInAnyOrder("admin", "integration"));

        patch(shop.adminStaffId(), "*", Map.of("roles", List.of("staff")))
                .then()
                .statusCode(409)
                .body("violations[0].code", equalTo("LastAdmin"));
        remove(shop.adminStaffId()).then().statusCode(409);
        As.admin().get("/staff/{id}", shop.adminStaffId()).then().statusCode(200);
    }

    @Test
    void whatALoginGivesIsWrittenOnceAndMakesNoEdition() {
        TestShop shop = TestShop.invited();
        As.staff1().get("/me").then().statusCode(200);
        assertThat(loginRoles(shop, shop.staff1Id())).isEqualTo("staff");
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        "UPDATE staff SET login_roles = 'admin,staff' WHERE shop_id = ? AND id = ?",
                        Long.valueOf(shop.id()),
                        Long.valueOf(shop.staff1Id())));
        As.staff1().get("/shops/{shop}", shop.id()).then().statusCode(200);
        assertThat(loginRoles(shop, shop.staff1Id())).isEqualTo("staff");
        As.admin().get("/staff/{id}", shop.staff1Id()).then().body("version", equalTo(1));
    }

    /** Somebody is still connected by a token of before. */
    @Test
    void anOlderTokenDoesNotBringBackWhatTheLoginHasTaken() {
        TestShop shop = TestShop.invited();
        As.staff1().get("/me").then().statusCode(200);
        QuarkusTransaction.requiringNew()
                .run(() -> sql.update(
                        "UPDATE staff SET login_roles = 'integration', login_seen_at = '2999-01-01' WHERE shop_id = ?"
                                + " AND id = ?",
                        Long.valueOf(shop.id()),
                        Long.valueOf(shop.staff1Id())));
        As.staff1().get("/shops/{shop}", shop.id()).then().statusCode(200);
        assertThat(loginRoles(shop, shop.staff1Id())).isEqualTo("integration");
    }

    @Test
    void oneNameIsInvitedOnceHoweverItIsWritten() {
        TestShop shop = TestShop.invited();
        for (String same : List.of("STAFF2", " staff2 ", "\uFF53taff2")) {
            invite(shop, same).then().statusCode(409).body("violations[0].code", equalTo("AlreadyInvited"));
        }
        As.marketer().get("/me").then().statusCode(200);
        invite(shop, "Marketer").then().statusCode(409).body("violations[0].code", equalTo("AlreadyMember"));
        for (String unseen : List.of("staff2\u200B", "a\nb", "a b", "a\u00ADb", "\u3164", "a\u202Eb")) {
            invite(shop, unseen).then().statusCode(400).body("violations[0].field", equalTo("username"));
        }
    }

    @Test
    void aNameThatLooksLikeOneOfTheShopIsRefusedInBothLanguages() {
        TestShop shop = TestShop.invited();
        invite(shop, "\u0430dmin")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("username"))
                .body("violations[0].code", equalTo("MixedScripts"));
        for (String name : List.of("kefu1", "keful", "客服1", "客服l", "ceo")) {
            invite(shop, name).then().statusCode(201);
        }
        invite(shop, "\u0441\u0435\u043E")
                .then()
                .statusCode(409)
                .body("violations[0].field", equalTo("username"))
                .body("violations[0].code", equalTo("LooksLikeMember"))
                .body("detail", containsString("looks like \"ceo\""));
        As.admin()
                .header("Accept-Language", "zh-CN")
                .contentType(ContentType.JSON)
                .body(Map.of("username", "\u0441\u0435\u043E", "roles", List.of("staff")))
                .post("/shops/{shop}/staff", shop.id())
                .then()
                .statusCode(409)
                .body("violations[0].message", containsString("看起来与店铺里的“ceo”一样"));
        invite(TestShop.invited(), "\u0441\u0435\u043E").then().statusCode(201);
    }

    @Test
    void aLoginComesInByItsNameWhateverTheCaseOfTheInvitation() {
        TestShop shop = TestShop.invited();
        remove(shop.staff2Id()).then().statusCode(204);
        String anew = invite(shop, "Staff2")
                .then()
                .statusCode(201)
                .body("username", equalTo("staff2"))
                .extract()
                .path("id");
        As.staff2().get("/shops/{shop}", shop.id()).then().statusCode(200);
        As.admin().get("/staff/{id}", anew).then().body("status", equalTo("ACTIVE"));
    }

    @Test
    void namesOfWhichNothingCanBeSeenAreRefused() {
        TestShop shop = TestShop.invited();
        for (String blank : List.of(" ", "\u3000", "\u200B", "\u200B\u3000\u2060")) {
            json(As.admin())
                    .body(Map.of("username", "x", "displayName", blank, "roles", List.of("staff")))
                    .post("/shops/{shop}/staff", shop.id())
                    .then()
                    .statusCode(400)
                    .body("violations.field", hasItem("displayName"));
            patch(shop.staff1Id(), "*", Map.of("displayName", blank)).then().statusCode(400);
            json(As.admin())
                    .body(Map.of("name", blank, "kind", "WECOM", "ownerStaffId", shop.staff1Id()))
                    .post("/shops/{shop}/accounts", shop.id())
                    .then()
                    .statusCode(400);
            json(As.admin())
                    .header("If-Match", "*")
                    .body(Map.of("name", blank))
                    .patch("/shops/{shop}", shop.id())
                    .then()
                    .statusCode(400);
            json(As.marketer())
                    .body(Map.of("name", blank, "startDay", "2027-03-01"))
                    .post("/shops/{shop}/campaigns", shop.id())
                    .then()
                    .statusCode(400);
        }
    }

    private static String integrationOf(TestShop shop) {
        return As.admin().get("/shops/{shop}/staff", shop.id()).path("items.find { it.username == 'integration' }.id");
    }

    private String loginRoles(TestShop shop, String staff) {
        return sql.first(
                        "SELECT login_roles FROM staff WHERE shop_id = ? AND id = ?",
                        row -> row.textAt("login_roles"),
                        Long.valueOf(shop.id()),
                        Long.valueOf(staff))
                .orElseThrow();
    }

    @Test
    void twoAdminsWhoPutEachOtherOutAtOnceLeaveOne() throws Exception {
        for (int round = 0; round < 5; round++) {
            TestShop shop = TestShop.invited();
            String second = shop.hire(SECOND_ADMIN, List.of("admin"));
            As.user(SECOND_ADMIN).get("/me").then().statusCode(200);
            As.token("admin");
            ExecutorService both = Executors.newFixedThreadPool(2);
            try {
                Future<Integer> one = both.submit(() -> remove(second).statusCode());
                Future<Integer> other = both.submit(() -> As.user(SECOND_ADMIN)
                        .delete("/staff/{id}", shop.adminStaffId())
                        .statusCode());
                assertThat(List.of(one.get(), other.get())).containsOnlyOnce(204);
            } finally {
                both.shutdownNow();
            }
            assertThat(admins(shop)).isEqualTo(1);
        }
    }

    private int admins(TestShop shop) {
        return sql.list(
                        "SELECT id FROM staff WHERE shop_id = ? AND status = 'ACTIVE' AND roles = 'admin'",
                        row -> row.longAt("id"),
                        Long.valueOf(shop.id()))
                .size();
    }

    private List<String> invitations(TestShop shop) {
        return sql.list(
                "SELECT username FROM staff_invitation WHERE shop_id = ?",
                row -> row.textAt("username"),
                Long.valueOf(shop.id()));
    }

    /** The embedded login has one person a name; so the shop comes to know another one by it. */
    private void becomeSomebodyElse(TestShop shop, String username) {
        QuarkusTransaction.requiringNew().run(() -> {
            for (String table : List.of("membership", "staff")) {
                sql.update(
                        "UPDATE " + table + " SET subject = 'of-before' WHERE shop_id = ? AND subject = ?",
                        Long.valueOf(shop.id()),
                        username);
            }
        });
    }

    private static void handOver(String staff, int status) {
        json(As.staff1())
                .body(Map.of("staffId", staff, "reason", "x"))
                .put("/tasks/{id}/handover", "720438205126345231")
                .then()
                .statusCode(status);
    }

    private static Response invite(TestShop shop, String username) {
        return json(As.admin())
                .body(Map.of("username", username, "roles", List.of("staff")))
                .post("/shops/{shop}/staff", shop.id());
    }

    private static Response patch(String staff, String ifMatch, Map<String, Object> change) {
        var request = json(As.admin()).body(change);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).patch("/staff/{id}", staff);
    }

    private static Response remove(String staff) {
        return As.admin().delete("/staff/{id}", staff);
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<T> results = new java.util.ArrayList<>();
            for (Future<T> done : threads.invokeAll(java.util.Collections.nCopies(times, work))) {
                results.add(done.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }
}
