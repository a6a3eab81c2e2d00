package io.siyu.identity;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.siyu.support.As;
import io.siyu.support.PostedOrder;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static org.assertj.core.api.Assertions.assertThat;

/** A merged buyer is reached as the newest of all the orders says, in whatever sequence they came. */
@QuarkusTest
class MergedContactTest {
    private static final PostedOrder FIRST =
            PostedOrder.of("A1", "a", "13900000001", null).on("2026-01-01");
    private static final PostedOrder OTHER =
            PostedOrder.of("B1", null, "13900000002", null).on("2026-01-11");
    private static final PostedOrder LAST =
            PostedOrder.of("A2", "a", "13900000001", null).on("2026-01-21");
    private static final PostedOrder PROOF =
            PostedOrder.of("P1", "a", "13900000002", null).on("2025-12-01");

    @Test
    void isThatOfTheNewestOrderAlsoWhereThatOnlyRepeatedWhatWasKnown() {
        assertThat(phoneAfter(LAST, FIRST, OTHER, PROOF)).isEqualTo("139****0001");
        assertThat(phoneAfter(FIRST, LAST, OTHER, PROOF)).isEqualTo("139****0001");
        assertThat(phoneAfter(OTHER, FIRST, LAST, PROOF)).isEqualTo("139****0001");
        assertThat(phoneAfter(FIRST, OTHER, PROOF, LAST)).isEqualTo("139****0001");
    }

    @Test
    void isPartedAgainAsItWas() {
        TestShop shop = shopWith(FIRST, LAST, OTHER, PROOF);
        String merge = As.marketer()
                .get("/shops/{shop}/buyer-merges", shop.id())
                .then()
                .extract()
                .path("items[0].id");
        undo(merge);

        assertThat(List.of(phoneOf(shop, "A1"), phoneOf(shop, "B1"))).containsExactly("139****0001", "139****0002");
    }

    /** An export that begins with the newest order ends with the ones that may say more. */
    @Test
    void takesFromOlderOrdersWhatTheNewestDoNotSay() {
        TestShop shop = shopWith(
                PostedOrder.of("A1", "a", null, "new@example.com").on("2026-02-01"),
                PostedOrder.of("A2", "a", "13900000001", "old@example.com").on("2026-01-01"));
        JsonPath export = As.admin()
                .get("/buyers/{id}/export", PostedOrder.buyerOf(shop, "A1"))
                .jsonPath();
        assertThat(export.getString("contact.phone")).isEqualTo("+8613900000001");
        assertThat(export.getString("contact.email")).isEqualTo("new@example.com");

        TestShop other = shopWith(PostedOrder.of("B1", "b", "13900000002", null));
        PostedOrder.post(
                other,
                PostedOrder.of("B2", null, "13900000002", "b@example.com"),
                PostedOrder.of("B3", "b", "13900000002", null));
        assertThat(As.admin()
                        .get("/buyers/{id}/export", PostedOrder.buyerOf(other, "B1"))
                        .jsonPath()
                        .getString("contact.email"))
                .isEqualTo("b@example.com");
    }

    @Test
    void keepsNothingOfTheOtherOneWhenPartedThoughItHasChangedSince() {
        TestShop shop = shopWith(PostedOrder.of("A1", "a", null, "a@example.com"), OTHER);
        String a = PostedOrder.buyerOf(shop, "A1");
        String merge = As.make(
                As.marketer(),
                "/shops/{shop}/buyer-merges",
                Map.of("keptId", a, "goneId", PostedOrder.buyerOf(shop, "B1"), "reason", "one"),
                shop.id());
        PostedOrder.post(
                shop, PostedOrder.of("A2", "a", null, "new@example.com").on("2026-02-01"));
        assertThat(phoneOf(shop, "A1")).isEqualTo("139****0002");
        undo(merge);

        JsonPath export = As.admin().get("/buyers/{id}/export", a).jsonPath();
        assertThat(export.getString("contact.phone")).isNull();
        assertThat(export.getString("contact.name")).isNull();
        assertThat(export.getString("contact.email")).isEqualTo("new@example.com");
        assertThat(phoneOf(shop, "B1")).isEqualTo("139****0002");
    }

    private static void undo(String merge) {
        json(As.marketer())
                .body(Map.of("reason", "two people"))
                .put("/buyer-merges/{id}/undoing", merge)
                .then()
                .statusCode(200);
    }

    private static String phoneAfter(PostedOrder... orders) {
        TestShop shop = shopWith(orders);
        assertThat(PostedOrder.buyerOf(shop, "A1")).isEqualTo(PostedOrder.buyerOf(shop, "B1"));
        return phoneOf(shop, "A1");
    }

    private static TestShop shopWith(PostedOrder... orders) {
        TestShop shop = TestShop.create();
        for (PostedOrder order : orders) {
            PostedOrder.post(shop, order);
        }
        return shop;
    }

    private static String phoneOf(TestShop shop, String orderNo) {
        return As.marketer()
                .get("/buyers/{id}", PostedOrder.buyerOf(shop, orderNo))
                .then()
                .extract()
                .path("phone");
    }
}
