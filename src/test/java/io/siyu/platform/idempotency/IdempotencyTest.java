package io.siyu.platform.idempotency;

import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.PostedOrder;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import jakarta.inject.Inject;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(Database.class)
class IdempotencyTest {
    private static final String YESTERDAY = OffsetDateTime.now()
            .minusDays(1)
            .truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
            .toString();
    private static final String ROWS = "order_no,ordered_at,paid_amount,status\nA1,2024-05-01,1,PAID\n";

    @Inject
    Sql sql;

    @Inject
    AgroalDataSource database;

    @Test
    void theSameKeyAndBodyGiveTheSameAnswerOnce() {
        String key = UUID.randomUUID().toString();
        String name = "Once " + key;
        String first = found(key, name).then().statusCode(201).extract().path("id");
        found(key, name).then().statusCode(201).body("id", equalTo(first)).body("name", equalTo(name));
        assertThat(shopsNamed(name)).isEqualTo(1);
    }

    @Test
    void theSameKeyWithAnotherBodyIsRefused() {
        String key = UUID.randomUUID().toString();
        found(key, "One").then().statusCode(201);
        found(key, "Other").then().statusCode(422).body("code", equalTo("IDEMPOTENCY_KEY_REUSED"));
    }

    @Test
    void headersOfTheAnswerAreRepeatedToo() {
        TestShop shop = TestShop.create();
        String campaign = json(As.marketer(), UUID.randomUUID().toString())
                .body(Map.of("name", "Once", "startDay", "2027-03-01"))
                .post("/shops/{shop}/campaigns", shop.id())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        String key = UUID.randomUUID().toString();
        Response first = cancel(campaign, key);
        Response again = cancel(campaign, key);
        first.then().statusCode(200);
        assertThat(first.header("ETag")).isNotBlank();
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.asString()).isEqualTo(first.asString());
        As.marketer().get("/campaigns/{id}/transitions", campaign).then().body("items.size()", equalTo(1));
    }

    @Test
    void afterARefusalTheKeyIsFreeAgain() {
        String key = UUID.randomUUID().toString();
        found(key, " ").then().statusCode(400);
        found(key, "Better").then().statusCode(201);
        TestShop shop = TestShop.create();
        String owner = UUID.randomUUID().toString();
        open(shop, owner, "1").then().statusCode(400);
        open(shop, owner, shop.staff1Id()).then().statusCode(201);
    }

    @Test
    void aKeyOfAnotherPersonOrForAnotherThingIsAnotherKey() {
        TestShop shop = TestShop.create();
        TestShop other = TestShop.create();
        String key = UUID.randomUUID().toString();
        List<String> ids = List.of(
                report(As.staff1(), shop, key),
                report(As.staff2(), shop, key),
                report(As.staff1(), other, key),
                report(As.staff1(), shop, UUID.randomUUID().toString()));
        assertThat(ids).doesNotHaveDuplicates();
        assertThat(report(As.staff1(), shop, key)).isEqualTo(ids.get(0));
    }

    @Test
    void aKeyOfNoOrTooManyCharactersIsRefused() {
        found(" ", "Blank").then().statusCode(400);
        found("k".repeat(201), "Long").then().statusCode(400);
    }

    @ParameterizedTest
    @EnumSource(BrokenOff.At.class)
    void whatBreaksOffBetweenTheWorkAndItsEndHasNotHappened(BrokenOff.At at) {
        String key = UUID.randomUUID().toString();
        String name = "Broken off " + key;
        BrokenOff.next(at);
        assertThat(found(key, name).statusCode()).isGreaterThanOrEqualTo(500);
        assertThat(shopsNamed(name)).isZero();

        String id = found(key, name).then().statusCode(201).extract().path("id");
        found(key, name).then().statusCode(201).body("id", equalTo(id));
        assertThat(shopsNamed(name)).isEqualTo(1);
    }

    /** Orders are written in several tables, and figures made of them. */
    @ParameterizedTest
    @EnumSource(BrokenOff.At.class)
    void ordersAreTakenInWithTheirKeyOrNot(BrokenOff.At at) {
        TestShop shop = TestShop.create();
        String key = UUID.randomUUID().toString();
        BrokenOff.next(at);
        assertThat(order(shop, key).statusCode()).isGreaterThanOrEqualTo(500);
        As.marketer().get("/shops/{shop}/orders", shop.id()).then().body("items.size()", equalTo(0));

        order(shop, key).then().statusCode(200).body("orders.created", equalTo(1));
        order(shop, key).then().statusCode(200).body("orders.created", equalTo(1));
        String buyer = PostedOrder.buyerOf(shop, "A1");
        As.marketer().get("/buyers/{id}", buyer).then().body("tier", equalTo("NEW"));
    }

    @ParameterizedTest
    @EnumSource(BrokenOff.At.class)
    void anUploadThatBreaksOffIsTakenWhenItComesAgain(BrokenOff.At at) {
        TestShop shop = TestShop.create();
        String key = UUID.randomUUID().toString();
        BrokenOff.next(at);
        assertThat(upload(shop, key, ROWS, "orders.csv").statusCode()).isGreaterThanOrEqualTo(500);
        As.marketer().get("/shops/{shop}/order-imports", shop.id()).then().body("items.size()", equalTo(0));
        upload(shop, key, ROWS, "orders.csv").then().statusCode(202);
        As.marketer().get("/shops/{shop}/order-imports", shop.id()).then().body("items.size()", equalTo(1));
    }

    @Test
    void anUploadUnderTheSameKeyIsOneUpload() {
        TestShop shop = TestShop.create();
        String key = UUID.randomUUID().toString();
        Response first = upload(shop, key, ROWS, "orders.csv");
        Response again = upload(shop, key, ROWS, "orders.csv");

        String id = first.then().statusCode(202).extract().path("id");
        again.then().statusCode(202).body("id", equalTo(id)).header("Location", first.header("Location"));
        As.marketer().get("/shops/{shop}/order-imports", shop.id()).then().body("items.id", equalTo(List.of(id)));
        upload(shop, key, ROWS + "A2,2024-05-01,1,PAID\n", "orders.csv").then().statusCode(422);
        upload(shop, key, ROWS, "other.csv").then().statusCode(422);
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

    /** Somebody else's transaction holds the key as a request at work does. */
    @Test
    void whoComesWhileTheFirstIsAtWorkForLongIsTold() throws SQLException {
        TestShop shop = TestShop.create();
        String key = UUID.randomUUID().toString();
        String id = report(As.staff1(), shop, key);
        try (Connection first = database.getConnection()) {
            first.setAutoCommit(false);
            try (PreparedStatement delete = first.prepareStatement("DELETE FROM idempotency_key WHERE shop_id = ?");
                    PreparedStatement wait = first.prepareStatement("SELECT @@SESSION.innodb_lock_wait_timeout AS n")) {
                delete.setLong(1, Long.parseLong(shop.id()));
                assertThat(delete.executeUpdate()).isPositive();
                send(As.staff1(), shop, key).then().statusCode(409).body("code", equalTo("IN_PROGRESS"));
                try (ResultSet usual = wait.executeQuery()) {
                    usual.next();
                    assertThat(lockWaits()).containsOnly(usual.getInt("n"));
                }
            } finally {
                first.rollback();
                first.setAutoCommit(true);
            }
        }
        assertThat(report(As.staff1(), shop, key)).isEqualTo(id);
    }

    /** Asked of a few connections of the pool: none keeps the short patience of a request that waited. */
    private List<Integer> lockWaits() {
        return IntStream.range(0, 5)
                .mapToObj(i -> QuarkusTransaction.requiringNew()
                        .call(() -> sql.first("SELECT @@SESSION.innodb_lock_wait_timeout AS n", row -> row.intAt("n"))
                                .orElseThrow()))
                .toList();
    }

    @Test
    void nothingThatWasSentOrAnsweredStandsInTheDatabaseReadable() {
        TestShop shop = TestShop.create();
        String key = "key " + UUID.randomUUID();
        report(As.staff1(), shop, key);
        List<String> rows = sql.list(
                "SELECT CONCAT_WS('|', HEX(key_hash), HEX(request_hash), CONVERT(answer_enc USING latin1)) AS n"
                        + " FROM idempotency_key WHERE shop_id = ?",
                row -> row.textAt("n"),
                Long.parseLong(shop.id()));
        assertThat(rows)
                .isNotEmpty()
                .noneMatch(row -> row.contains(key) || row.contains("idea") || row.contains("IDEA"));
    }

    private static String report(RequestSpecification as, TestShop shop, String key) {
        return send(as, shop, key).then().statusCode(201).extract().path("id");
    }

    private static Response send(RequestSpecification as, TestShop shop, String key) {
        return json(as, key).body(Map.of("kind", "IDEA", "text", "an idea")).post("/shops/{shop}/feedback", shop.id());
    }

    private static Response order(TestShop shop, String key) {
        return json(As.integration(), key)
                .body(Map.of(
                        "orders",
                        List.of(Map.of(
                                "orderNo",
                                "A1",
                                "buyerId",
                                "somebody",
                                "orderedAt",
                                YESTERDAY,
                                "paidAmount",
                                "10.00",
                                "status",
                                "COMPLETED"))))
                .post("/shops/{shop}/orders", shop.id());
    }

    private static Response open(TestShop shop, String key, String owner) {
        return json(As.admin(), key)
                .body(Map.of("name", "小雨", "kind", "WECOM", "ownerStaffId", owner))
                .post("/shops/{shop}/accounts", shop.id());
    }

    private static Response cancel(String campaign, String key) {
        return json(As.marketer(), key)
                .body(Map.of("to", "CANCELLED", "reason", "no stock"))
                .post("/campaigns/{id}/transitions", campaign);
    }

    private static Response upload(TestShop shop, String key, String text, String name) {
        return As.marketer()
                .header("Idempotency-Key", key)
                .multiPart("file", name, text.getBytes(StandardCharsets.UTF_8))
                .post("/shops/{shop}/order-imports", shop.id());
    }

    private int shopsNamed(String name) {
        return sql.first("SELECT COUNT(*) AS n FROM shop WHERE name = ?", row -> row.intAt("n"), name)
                .orElseThrow();
    }

    private static Response found(String key, String name) {
        return json(As.admin(), key).body(Map.of("name", name)).post("/shops");
    }

    private static RequestSpecification json(RequestSpecification as, String key) {
        return as.contentType(ContentType.JSON).header("Idempotency-Key", key);
    }
}
