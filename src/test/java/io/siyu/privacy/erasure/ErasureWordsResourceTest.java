package io.siyu.privacy.erasure;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.siyu.platform.privacy.person.PersonWords;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.Erasures;
import io.siyu.support.PostedOrder;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

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
        PostedOrder.post(shop, List.of(order));
        buyer = PostedOrder.buyerOf(shop, "A1");
    }

    @Test
    void whatMayBeAnothersStaysAndIsTold() {
        String tea = script("新到红茶", "红茶买二送一，满88123减5");
        String letter = script("致谢", "红茶（139-8765-0077）的来信");
        String other = script("白茶", "单号20260105-88123，88123.50元");
        ValidatableResponse erasure = Erasures.run(buyer);
        assertThat(copy(tea)).isEqualTo("红茶买二送一，满88123减5");
        assertThat(copy(letter)).isEqualTo(PersonWords.MARK + "（" + PersonWords.MARK + "）的来信");
        assertThat(copy(other)).isEqualTo("单号20260105-88123，88123.50元");
        erasure.body("found.script", equalTo(1))
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
        Erasures.run(buyer);
        assertThat(answers()).isEqualTo(1);
    }

    private String script(String title, String copy) {
        return As.make(As.marketer(), "/shops/{shop}/scripts", Map.of("title", title, "copy", copy), shop.id());
    }

    private void feedback(String text) {
        As.make(
                As.staff1().header("Idempotency-Key", UUID.randomUUID().toString()),
                "/shops/{shop}/feedback",
                Map.of("kind", "IDEA", "text", text),
                shop.id());
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
