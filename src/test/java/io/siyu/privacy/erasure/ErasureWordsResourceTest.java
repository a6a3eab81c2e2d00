package io.siyu.privacy.erasure;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.siyu.platform.privacy.person.PersonWords;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.PostedOrder;
import io.siyu.support.TestShop;
import io.siyu.support.Waiting;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

/** Of what is written about others and about goods, an erasure takes nothing; it tells where people have to look. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class ErasureWordsResourceTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Inject
    Sql sql;

    private TestShop shop;
    private String buyer;

    @BeforeEach
    void buyerByTheNameOfATea() {
        shop = TestShop.create();
        Map<String, Object> order = Map.of(
                "orderNo",
                "A1",
                "buyerId",
                "88123",
                "phone",
                "13987650077",
                "name",
                "红茶",
                "orderedAt",
                "2026-01-05T10:00:00+08:00",
                "paidAmount",
                "10.00",
                "status",
                "COMPLETED");
        As.integration()
                .contentType(ContentType.JSON)
                .body(Map.of("orders", List.of(order)))
                .post("/shops/{shop}/orders", shop.id())
                .then()
                .statusCode(200);
        buyer = PostedOrder.buyerOf(shop, "A1");
    }

    @Test
    void whatMayBeAnothersStaysAndIsTold() {
        String tea = script("新到红茶", "红茶买二送一，满88123减5");
        String letter = script("致谢", "红茶（139-8765-0077）的来信");
        String other = script("白茶", "单号20260105-88123，88123.50元");
        erase();
        assertThat(copy(tea)).isEqualTo("红茶买二送一，满88123减5");
        assertThat(copy(letter)).isEqualTo(PersonWords.MARK + "（" + PersonWords.MARK + "）的来信");
        assertThat(copy(other)).isEqualTo("单号20260105-88123，88123.50元");
        As.admin()
                .get("/buyers/{id}/erasure", buyer)
                .then()
                .statusCode(200)
                .body("found.script", equalTo(1))
                .body("perhaps.script.rows", equalTo(1))
                .body("perhaps.script.ids", contains(tea))
                .body("perhaps", not(hasKey("feedback")));
    }

    @Test
    void anAnswerIsErasedThatEscapesHideThePersonInAndNoOther() {
        feedback("红茶\n139\t8765\t0077 说\"太苦\"");
        assertThat(answers()).isEqualTo(1);
        feedback("红茶不够，进88123件");
        assertThat(answers()).isEqualTo(2);
        erase();
        assertThat(answers()).isEqualTo(1);
    }

    private void erase() {
        As.admin().delete("/buyers/{id}", buyer).then().statusCode(204);
        Waiting.until("all is looked through", PATIENCE, () -> "DONE"
                .equals(As.admin().get("/buyers/{id}/erasure", buyer).path("status")));
    }

    private String script(String title, String copy) {
        return post(As.marketer().body(Map.of("title", title, "copy", copy)).contentType(ContentType.JSON), "scripts");
    }

    private void feedback(String text) {
        post(
                As.staff1()
                        .contentType(ContentType.JSON)
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .body(Map.of("kind", "IDEA", "text", text)),
                "feedback");
    }

    private String post(io.restassured.specification.RequestSpecification request, String collection) {
        Response response = request.post("/shops/{shop}/" + collection, shop.id());
        response.then().statusCode(201);
        return response.path("id");
    }

    private static String copy(String script) {
        return As.marketer().get("/scripts/{id}", script).path("copy");
    }

    private int answers() {
        List<Integer> counts = sql.list(
                "SELECT COUNT(*) AS kept FROM idempotency_key WHERE shop_id = ? AND answer_enc IS NOT NULL",
                row -> row.intAt("kept"),
                Long.parseLong(shop.id()));
        return counts.get(0);
    }
}
