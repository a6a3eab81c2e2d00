package io.siyu.platform.idempotency;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(Database.class)
class IdempotencyTest {
    @Test
    void theSameKeyAndBodyGiveTheSameAnswerOnce() {
        String key = UUID.randomUUID().toString();
        String name = "Once " + key;
        String first = post(key, name).then().statusCode(201).extract().path("id");
        post(key, name).then().statusCode(201).body("id", equalTo(first)).body("name", equalTo(name));
        assertThat(namesOfShops()).containsOnlyOnce(name);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        String key = UUID.randomUUID().toString();
        post(key, "One").then().statusCode(201);
        post(key, "Other").then().statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void afterARefusalTheKeyIsFreeAgain() {
        String key = UUID.randomUUID().toString();
        post(key, " ").then().statusCode(400);
        post(key, "Better").then().statusCode(201);
    }

    @Test
    void anotherPersonsKeyIsAnotherKey() {
        String key = UUID.randomUUID().toString();
        post(key, "Mine").then().statusCode(201);
        As.staff1()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(Map.of("name", "Mine"))
                .post("/shops")
                .then()
                .statusCode(403);
    }

    @Test
    void ofManyAtOnceOneIsDone() {
        String key = UUID.randomUUID().toString();
        String name = "Raced " + key;
        As.token("admin");
        List<Integer> statuses = IntStream.range(0, 8)
                .parallel()
                .mapToObj(i -> post(key, name).statusCode())
                .toList();
        assertThat(statuses).contains(201).allMatch(status -> status == 201 || status == 409);
        assertThat(namesOfShops()).containsOnlyOnce(name);
    }

    @Test
    void anUploadUnderTheSameKeyIsOneUpload() {
        TestShop shop = TestShop.create();
        String key = UUID.randomUUID().toString();
        String row = "order_no,ordered_at,paid_amount,status\nA1,2024-05-01,1,PAID\n";
        Response first = upload(shop, key, row, "orders.csv");
        Response again = upload(shop, key, row, "orders.csv");

        String id = first.then().statusCode(202).extract().path("id");
        again.then().statusCode(202).body("id", equalTo(id)).header("Location", first.header("Location"));
        As.marketer().get("/shops/{shop}/order-imports", shop.id()).then().body("items.id", equalTo(List.of(id)));
        upload(shop, key, row + "A2,2024-05-01,1,PAID\n", "orders.csv").then().statusCode(422);
        upload(shop, key, row, "other.csv").then().statusCode(422);
    }

    @Test
    void anUploadThatIsRefusedLeavesTheKeyFree() {
        TestShop shop = TestShop.create();
        String key = UUID.randomUUID().toString();
        upload(shop, key, "nothing known\n", "orders.csv").then().statusCode(400);
        upload(shop, key, "order_no,ordered_at,paid_amount,status\n", "orders.csv")
                .then()
                .statusCode(202);
    }

    private static Response upload(TestShop shop, String key, String text, String name) {
        return As.marketer()
                .header("Idempotency-Key", key)
                .multiPart("file", name, text.getBytes(StandardCharsets.UTF_8))
                .post("/shops/{shop}/order-imports", shop.id());
    }

    private static List<String> namesOfShops() {
        List<String> names = new ArrayList<>();
        String after = "";
        while (after != null) {
            Response page = As.admin().get("/shops?limit=200&after=" + after);
            names.addAll(page.path("items.name"));
            after = page.path("next");
        }
        return names;
    }

    private static Response post(String key, String name) {
        return As.admin()
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", key)
                .body(Map.of("name", name))
                .post("/shops");
    }
}
