package io.siyu.privacy;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.PostedOrder;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class BuyerPrivacyResourceTest {
    private static final String PHONE = "13912345678";
    private static final String EMAIL = "li.lei@qq.com";

    @Inject
    Sql sql;

    private TestShop shop;
    private String buyer;

    @BeforeEach
    void someoneBought() {
        shop = TestShop.create();
        PostedOrder.post(
                shop,
                PostedOrder.of("A1", "lilei", PHONE, EMAIL),
                PostedOrder.of("A2", "lilei", PHONE, EMAIL).on("2026-01-25"));
        buyer = PostedOrder.buyerOf(shop, "A1");
    }

    @Test
    void exportsAllThatIsKnownAndKeepsThatItDid() {
        PostedOrder.post(shop, PostedOrder.of("P1", null, "13700000001", null));
        merge(buyer, PostedOrder.buyerOf(shop, "P1"));
        patch(buyer, Map.of("accountId", shop.account1(), "remark", "爱喝茶", "tags", List.of("tea")));
        json(As.staff1())
                .body(Map.of("kind", "IDEA", "text", "想要礼盒", "follower", buyer))
                .post("/shops/{shop}/feedback", shop.id())
                .then()
                .statusCode(201);
        JsonPath export = As.marketer()
                .get("/buyers/{id}/export", buyer)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .extract()
                .jsonPath();

        assertThat(export.getString("contact.platformId")).isEqualTo("lilei");
        assertThat(export.getString("contact.email")).isEqualTo(EMAIL);
        assertThat(export.getString("contact.name")).startsWith("李");
        assertThat(export.getList("orders.orderNo")).containsExactlyInAnyOrder("A1", "A2", "P1");
        assertThat(export.getString("orders[0].createdAt")).endsWith("Z");
        assertThat(export.getList("purchaseDays.day")).containsExactly("2026-01-05", "2026-01-25");
        assertThat(export.getList("tierMoves")).isNotEmpty();
        assertThat(export.getString("follower.remark")).isEqualTo("爱喝茶");
        assertThat(export.getList("tags")).isEqualTo(List.of("tea"));
        assertThat(export.getList("tasks.kind")).isEqualTo(List.of("ADD_FRIEND"));
        assertThat(export.getList("feedback.text")).isEqualTo(List.of("想要礼盒"));
        assertThat(export.getList("merges")).hasSize(1);
        assertThat(export.getList("reveals")).hasSize(1);
        assertThat(export.getList("privacyEvents.kind")).isEqualTo(List.of("EXPORT"));
    }

    @Test
    void exportsAlsoWhatIsKnownOfThoseWhoWentUpInOneWhoWentUp() {
        PostedOrder.post(
                shop, PostedOrder.of("P1", null, "13700000001", null), PostedOrder.of("P2", null, "13700000002", null));
        String middle = PostedOrder.buyerOf(shop, "P1");
        String last = PostedOrder.buyerOf(shop, "P2");
        optOut(As.marketer(), last);
        merge(middle, last);
        merge(buyer, middle);

        JsonPath export = As.marketer().get("/buyers/{id}/export", buyer).jsonPath();
        assertThat(export.getList("privacyEvents.kind")).contains("OPT_OUT");
        assertThat(export.getList("tierMoves")).hasSizeGreaterThanOrEqualTo(3);
        assertThat(export.getList("merges")).hasSize(2);
    }

    @Test
    void whoOptsOutIsNeverContactedAgain() {
        patch(buyer, Map.of("accountId", shop.account1()));
        assertThat(openTasks()).isEqualTo(1);
        optOut(As.marketer(), buyer)
                .statusCode(200)
                .body("buyerId", equalTo(buyer))
                .body("recordedBy", equalTo(shop.marketerStaffId()))
                .body("reason", equalTo("said so"));
        String at = optOut(As.admin(), buyer)
                .statusCode(200)
                .body("recordedBy", equalTo(shop.marketerStaffId()))
                .extract()
                .path("optedOutAt");

        assertThat(at).isNotNull();
        assertThat(openTasks()).isZero();
        portrait(buyer).body("optedOut", equalTo(true)).body("follower.status", equalTo("OPTED_OUT"));
        patchStatus(buyer, "INVITED", 409);
        As.marketer().post("/buyers/{id}/contact-reveals", buyer).then().statusCode(409);
        PostedOrder.post(shop, PostedOrder.of("A3", "lilei", PHONE, EMAIL));
        portrait(buyer).body("optedOut", equalTo(true)).body("follower.status", equalTo("OPTED_OUT"));
    }

    @Test
    void staffRecordAnOptOutOfTheirOwnFollowersInEitherWay() {
        PostedOrder.post(shop, PostedOrder.of("B1", "hanmei", null, null));
        String other = PostedOrder.buyerOf(shop, "B1");
        optOut(As.staff1(), buyer).statusCode(404);
        patch(buyer, Map.of("accountId", shop.account1()));
        patch(other, Map.of("accountId", shop.account1()));
        optOut(As.staff2(), buyer).statusCode(404);
        optOut(As.staff1(), buyer).statusCode(200).body("recordedBy", equalTo(shop.staff1Id()));
        json(As.staff1())
                .header("If-Match", "*")
                .body(Map.of("status", "OPTED_OUT"))
                .patch("/followers/{id}", other)
                .then()
                .statusCode(200)
                .body("status", equalTo("OPTED_OUT"));

        optOut(As.marketer(), other)
                .body("recordedBy", equalTo(shop.staff1Id()))
                .body("reason", nullValue());
        optOut(As.integration(), other).statusCode(403);
    }

    @Test
    void whoComesUnderAKeyOfSomebodyWhoOptedOutIsOptedOutFromTheStart() {
        optOut(As.marketer(), buyer);
        PostedOrder.post(
                shop,
                PostedOrder.of("C1", "another account", PHONE, null),
                PostedOrder.of("C2", "somebody", "13700000009", null));

        portrait(PostedOrder.buyerOf(shop, "C1"))
                .body("id", not(equalTo(buyer)))
                .body("optedOut", equalTo(true))
                .body("follower.status", equalTo("OPTED_OUT"));
        portrait(PostedOrder.buyerOf(shop, "C2")).body("optedOut", equalTo(false));
    }

    @Test
    void anErasureLeavesTheOrdersAndNobody() {
        patch(buyer, Map.of("accountId", shop.account1(), "remark", "爱喝茶", "tags", List.of("tea")));
        json(As.staff1())
                .body(Map.of("kind", "IDEA", "text", "李雷想要礼盒", "follower", buyer))
                .post("/shops/{shop}/feedback", shop.id())
                .then()
                .statusCode(201);
        As.marketer().delete("/buyers/{id}", buyer).then().statusCode(403);
        As.admin().delete("/buyers/{id}", buyer).then().statusCode(204);
        As.admin().delete("/buyers/{id}", buyer).then().statusCode(204);

        portrait(buyer)
                .body("erasedAt", notNullValue())
                .body("platformId", nullValue())
                .body("phone", nullValue())
                .body("email", nullValue())
                .body("name", nullValue())
                .body("follower", nullValue())
                .body("tags", hasSize(0))
                .body("orders", equalTo(2))
                .body("netSpend", equalTo("20.00"));
        found("lilei").body("items", hasSize(0));
        found(PHONE).body("items", hasSize(0));
        assertThat(openTasks()).isZero();
        As.marketer().get("/shops/{shop}/feedback", shop.id()).then().body("items.text", contains("—"));
        assertThat(rows("SELECT COUNT(*) AS n FROM buyer_identity WHERE shop_id = ? AND buyer_id = ?"))
                .isZero();
        assertThat(
                        rows(
                                "SELECT COUNT(*) AS n FROM buyer WHERE shop_id = ? AND id = ? AND (name_enc IS NOT NULL OR phone_enc"
                                        + " IS NOT NULL OR email_enc IS NOT NULL OR address_enc IS NOT NULL OR contact_hash IS NOT NULL)"))
                .isZero();
        assertThat(rows("SELECT COUNT(*) AS n FROM buyer_privacy_event WHERE shop_id = ? AND buyer_id = ?"))
                .isEqualTo(1);
        optOut(As.marketer(), buyer).statusCode(409);
    }

    @Test
    void noExportBringsAnErasedPersonBack() {
        As.admin().delete("/buyers/{id}", buyer).then().statusCode(204);
        PostedOrder.post(
                shop,
                PostedOrder.of("A1", "lilei", PHONE, EMAIL),
                PostedOrder.of("A2", "lilei", "13700000002", "new@qq.com")
                        .on("2026-01-25")
                        .as("REFUNDED"));

        portrait(buyer)
                .body("platformId", nullValue())
                .body("phone", nullValue())
                .body("orders", equalTo(1));
        assertThat(PostedOrder.buyerOf(shop, "A2")).isEqualTo(buyer);
        found("lilei").body("items", hasSize(0));
        assertThat(rows("SELECT COUNT(*) AS n FROM buyer_identity WHERE shop_id = ? AND buyer_id = ?"))
                .isZero();
    }

    @Test
    void whoOptedOutAndWasErasedStaysUncontactable() {
        optOut(As.marketer(), buyer);
        As.admin().delete("/buyers/{id}", buyer).then().statusCode(204);
        PostedOrder.post(shop, PostedOrder.of("A9", "lilei", null, null), PostedOrder.of("P9", null, PHONE, null));

        portrait(PostedOrder.buyerOf(shop, "A9"))
                .body("id", not(equalTo(buyer)))
                .body("optedOut", equalTo(true));
        portrait(PostedOrder.buyerOf(shop, "P9")).body("optedOut", equalTo(true));
    }

    @Test
    void erasesWhoWasMergedIntoTheBuyerToo() {
        PostedOrder.post(shop, PostedOrder.of("P1", null, "13700000001", null));
        String gone = PostedOrder.buyerOf(shop, "P1");
        String merge = merge(buyer, gone);
        As.admin().delete("/buyers/{id}", gone).then().statusCode(204);

        portrait(gone).body("id", equalTo(buyer)).body("erasedAt", notNullValue());
        found("13700000001").body("items", hasSize(0));
        assertThat(sql.first(
                        "SELECT COUNT(*) AS n FROM buyer WHERE shop_id = ? AND phone_enc IS NOT NULL",
                        row -> row.intAt("n"),
                        Long.parseLong(shop.id())))
                .contains(0);
        json(As.marketer())
                .body(Map.of("reason", "two people"))
                .put("/buyer-merges/{id}/undoing", merge)
                .then()
                .statusCode(409)
                .body("violations.code", contains("Erased"));
    }

    @Test
    void aContactInClearIsNotKeptForARepeatedRequest() {
        As.marketer()
                .header("Idempotency-Key", "reveal-" + buyer)
                .post("/buyers/{id}/contact-reveals", buyer)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store");

        assertThat(sql.first(
                        "SELECT COUNT(*) AS n FROM idempotency_key WHERE shop_id = ?",
                        row -> row.intAt("n"),
                        Long.parseLong(shop.id())))
                .contains(0);
    }

    @Test
    void isForTheShopAndTheRoles() {
        As.staff1().get("/buyers/{id}/export", buyer).then().statusCode(403);
        As.integration().get("/buyers/{id}/export", buyer).then().statusCode(403);
        As.nobody().get("/buyers/{id}/export", buyer).then().statusCode(401);
        As.nobody().delete("/buyers/{id}", buyer).then().statusCode(401);
        As.admin().delete("/buyers/1").then().statusCode(404);
        As.marketer().get("/buyers/1/export").then().statusCode(404);
        optOut(As.marketer(), "1").statusCode(404);
        json(As.marketer())
                .body(Map.of("reason", " "))
                .put("/buyers/{id}/opt-out", buyer)
                .then()
                .statusCode(400);
    }

    private int rows(String query) {
        return sql.first(query, row -> row.intAt("n"), Long.parseLong(shop.id()), Long.parseLong(buyer))
                .orElseThrow();
    }

    private int openTasks() {
        return As.marketer()
                .get("/tasks?shop=" + shop.id() + "&status=OPEN")
                .jsonPath()
                .getList("items")
                .size();
    }

    private ValidatableResponse found(String query) {
        return As.marketer()
                .queryParam("q", query)
                .get("/shops/{shop}/buyers", shop.id())
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse portrait(String id) {
        return As.marketer().get("/buyers/{id}", id).then().statusCode(200);
    }

    private static ValidatableResponse optOut(RequestSpecification who, String id) {
        return who.contentType(ContentType.JSON)
                .body(Map.of("reason", "said so"))
                .put("/buyers/{id}/opt-out", id)
                .then();
    }

    private String merge(String kept, String gone) {
        return As.make(
                As.marketer(),
                "/shops/{shop}/buyer-merges",
                Map.of("keptId", kept, "goneId", gone, "reason", "same person"),
                shop.id());
    }

    private static void patch(String follower, Map<String, Object> body) {
        As.change(As.marketer(), "/followers/{id}", body, follower);
    }

    private static void patchStatus(String follower, String status, int answer) {
        json(As.marketer())
                .header("If-Match", "*")
                .body(Map.of("status", status))
                .patch("/followers/{id}", follower)
                .then()
                .statusCode(answer);
    }
}
