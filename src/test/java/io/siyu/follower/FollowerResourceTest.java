package io.siyu.follower;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.siyu.buyer.Tier;
import io.siyu.follower.list.AudienceQuery;
import io.siyu.platform.privacy.FieldEncryption;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(Database.class)
class FollowerResourceTest {
    @Inject
    Buyers buyers;

    @Inject
    Sql sql;

    @Inject
    FieldEncryption encryption;

    @Inject
    FollowerService followers;

    @Inject
    AudienceQuery audiences;

    private TestShop shop;
    private LocalDate today;

    @BeforeEach
    void openShop() {
        shop = TestShop.create();
        today = buyers.today();
    }

    @Test
    void everyBuyerBecomesACandidateInTheListOfItsTier() {
        candidates(2);
        buyers.add(shop, "lead");
        buyers.changed(shop);
        buyers.changed(shop);

        As.marketer()
                .get("/shops/{shop}/follower-lists", shop.id())
                .then()
                .statusCode(200)
                .body("tier", contains("VIP", "LOYAL", "ACTIVE", "NEW", "AT_RISK", "LOST", "LEAD"))
                .body("find { it.tier == 'NEW' }.candidates", equalTo(2))
                .body("find { it.tier == 'NEW' }.buyers", equalTo(2))
                .body("find { it.tier == 'LEAD' }.candidates", equalTo(1))
                .body("find { it.tier == 'VIP' }.buyers", equalTo(0));
    }

    @Test
    void aListComesInPages() {
        candidates(5);
        String next = list(As.marketer(), "?limit=3")
                .then()
                .body("items", hasSize(3))
                .body("items[0].platformId", notNullValue())
                .body("items[0].purchaseDays", equalTo(1))
                .body("items[0].netSpend", equalTo("10.00"))
                .body("items[0].lastDay", notNullValue())
                .extract()
                .path("next");
        list(As.marketer(), "?limit=3&after=" + next)
                .then()
                .body("items", hasSize(2))
                .body("next", nullValue());
        list(As.marketer(), "?after=nonsense").then().statusCode(400);
        list(As.marketer(), "?status=GONE").then().statusCode(400);
        list(As.marketer(), "?limit=201").then().statusCode(400);
    }

    @Test
    void aPhoneIsShownMasked() {
        long follower = candidates(1).get(0);
        As.marketer().get("/followers/" + follower).then().body("phone", nullValue());
        long shopId = Long.parseLong(shop.id());
        sql.update(
                "UPDATE buyer SET phone_enc = ? WHERE id = ?",
                encryption.encrypt(shopId, "buyer.phone", "+8619687389377"),
                follower);
        As.marketer().get("/followers/" + follower).then().body("phone", equalTo("196****9377"));
    }

    @Test
    void staffSeeTheirOwnFollowersAndThePool() {
        List<Long> all = candidates(3);
        give(all.get(0), shop.account1());
        give(all.get(1), shop.account2());

        list(As.staff1(), "").then().body("items.id", containsInAnyOrder(text(all.get(0)), text(all.get(2))));
        list(As.staff1(), "?account=" + shop.account2()).then().statusCode(200).body("items", empty());
        list(As.marketer(), "?account=" + shop.account2()).then().body("items.id", contains(text(all.get(1))));
        As.staff1().get("/followers/" + all.get(1)).then().statusCode(404);
        As.staff1()
                .get("/shops/{shop}/follower-lists", shop.id())
                .then()
                .body("find { it.tier == 'NEW' }.buyers", equalTo(2));
        patch(As.staff1(), all.get(1), "{\"remark\": \"mine\"}").then().statusCode(404);
        patch(As.staff1(), all.get(2), "{\"remark\": \"mine\"}").then().statusCode(403);
        patch(As.staff1(), all.get(2), "{\"accountId\": \"" + shop.account2() + "\"}")
                .then()
                .statusCode(403);
        patch(As.staff1(), all.get(2), "{\"accountId\": \"" + shop.account1() + "\", \"status\": \"INVITED\"}")
                .then()
                .statusCode(200)
                .body("status", equalTo("INVITED"));
    }

    @Test
    void onlyTheStepsOfALifeAreTaken() {
        long follower = candidates(1).get(0);
        step(follower, "INVITED").then().statusCode(409);
        step(follower, "ADDED").then().statusCode(409).body("code", equalTo("STATE_CONFLICT"));
        give(follower, shop.account1());
        step(follower, "INVITED").then().statusCode(200);
        step(follower, "LOST").then().statusCode(409);
        step(follower, "ADDED").then().statusCode(200);
        step(follower, "LOST").then().statusCode(200);
        step(follower, "INVITED").then().statusCode(200);
        step(follower, "OPTED_OUT").then().statusCode(200);
        step(follower, "INVITED").then().statusCode(409);
        give(follower, shop.account2(), 409);
        assertThat(sql.first("SELECT opted_out FROM buyer WHERE id = ?", row -> row.booleanAt("opted_out"), follower))
                .contains(true);
    }

    @Test
    void aChangeNeedsTheVersionThatWasRead() {
        long follower = candidates(1).get(0);
        As.marketer()
                .contentType(ContentType.JSON)
                .body("{\"remark\": \"x\"}")
                .patch("/followers/" + follower)
                .then()
                .statusCode(428);
        As.marketer()
                .contentType(ContentType.JSON)
                .header("If-Match", "\"7\"")
                .body("{\"remark\": \"x\"}")
                .patch("/followers/" + follower)
                .then()
                .statusCode(412);
        patch(As.marketer(), follower, "{\"remark\": \" 喜欢🎁 \", \"tags\": [\"gift\", \"b\", \"gift\"]}")
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"1\""))
                .body("remark", equalTo("喜欢🎁"))
                .body("tags", contains("b", "gift"));
        patch(As.marketer(), follower, "{\"tags\": [\"" + "x".repeat(33) + "\"]}")
                .then()
                .statusCode(400);
        patch(As.marketer(), follower, "{\"colour\": 1}").then().statusCode(400);
        patch(As.marketer(), follower, "{\"accountId\": \"5\"}").then().statusCode(400);
    }

    @Test
    void anAccountTakesNoMoreThanItsLimits() {
        List<Long> all = candidates(3);
        limit(shop.account1(), 1, 10);
        limit(shop.account2(), 10, 1);
        give(all.get(0), shop.account1(), 200);
        give(all.get(1), shop.account1(), 409);
        give(all.get(1), shop.account2(), 200);
        give(all.get(2), shop.account2(), 409);
    }

    @Test
    void tasksMoveAFollowerAlong() {
        long follower = candidates(1).get(0);
        give(follower, shop.account1());
        long shopId = Long.parseLong(shop.id());
        followers.markInvited(shopId, follower, "staff1");
        followers.markInvited(shopId, follower, "staff1");
        followers.markAdded(shopId, follower, "staff1");
        followers.markInvited(shopId, follower, "staff1");
        As.staff1().get("/followers/" + follower).then().body("status", equalTo("ADDED"));
    }

    @Test
    void anAudienceIsWhoWasAddedAndDidNotOptOut() {
        List<Long> all = candidates(4);
        for (long follower : all) {
            give(follower, follower == all.get(3) ? shop.account2() : shop.account1());
            step(follower, "INVITED");
            step(follower, "ADDED");
        }
        patch(As.marketer(), all.get(1), "{\"tags\": [\"gift\"]}");
        sql.update("UPDATE buyer SET opted_out = TRUE WHERE id = ?", all.get(0));

        assertThat(reached(List.of(), List.of(), List.of())).isEqualTo(all.subList(1, 4));
        assertThat(reached(List.of(Tier.NEW), List.of("gift", "x"), List.of())).containsExactly(all.get(1));
        assertThat(reached(List.of(Tier.VIP), List.of(), List.of())).isEmpty();
        assertThat(reached(List.of(), List.of(), List.of(Long.valueOf(shop.account2()))))
                .containsExactly(all.get(3));
    }

    @Test
    void rolesAndShopsAreKeptApart() {
        long follower = candidates(1).get(0);
        for (String path : List.of("/shops/" + shop.id() + "/follower-lists", "/followers/" + follower)) {
            As.nobody().get(path).then().statusCode(401);
            As.integration().get(path).then().statusCode(403);
        }
        As.marketer().get("/shops/1/follower-lists").then().statusCode(404);
        As.marketer().get("/followers/1").then().statusCode(404);
    }

    private List<Long> reached(List<Tier> tiers, List<String> tags, List<Long> accounts) {
        AudienceQuery.Target target =
                new AudienceQuery.Target(Long.parseLong(shop.id()), tiers, tags, accounts, SqlFragment.of("TRUE"));
        List<Long> ids = new ArrayList<>();
        audiences.forEach(target, member -> ids.add(member.followerId()));
        return ids;
    }

    private List<Long> candidates(int count) {
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            ids.add(buyers.add(shop, "b" + i, today));
        }
        buyers.changed(shop);
        return ids;
    }

    private void limit(String account, int daily, int capacity) {
        sql.update("UPDATE account SET daily_add_limit = ?, capacity = ? WHERE id = ?", daily, capacity, account);
    }

    private Response list(RequestSpecification who, String query) {
        return who.get("/shops/" + shop.id() + "/follower-lists/NEW/followers" + query);
    }

    private void give(long follower, String account) {
        give(follower, account, 200);
    }

    private void give(long follower, String account, int status) {
        patch(As.marketer(), follower, "{\"accountId\": \"" + account + "\"}")
                .then()
                .statusCode(status);
    }

    private Response step(long follower, String status) {
        return patch(As.marketer(), follower, "{\"status\": \"" + status + "\"}");
    }

    private static Response patch(RequestSpecification who, long follower, String body) {
        String version = As.marketer().get("/followers/" + follower).header("ETag");
        return who.contentType(ContentType.JSON)
                .header("If-Match", version)
                .body(body)
                .patch("/followers/" + follower);
    }

    private static String text(long id) {
        return String.valueOf(id);
    }
}
