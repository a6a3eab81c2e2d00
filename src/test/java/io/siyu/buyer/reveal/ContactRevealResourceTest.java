package io.siyu.buyer.reveal;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jakarta.inject.Inject;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

/** How many contacts one person is shown, and who is told of it. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class ContactRevealResourceTest {
    private static final int MOST = 60;
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    @Inject
    Buyers buyers;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** Other tests are by the same people, who are counted over all shops. */
    @BeforeEach
    @AfterEach
    void nobodyLookedAtAnyLately() {
        sql.update("UPDATE contact_reveal SET revealed_at = TIMESTAMPADD(HOUR, -2, revealed_at)");
    }

    @Test
    void ofManyAtOnceExactlySixtyAreShownInAllShopsTogether() throws Exception {
        List<Long> some = List.of(buyers.add(TestShop.create(), "b-1"), buyers.add(TestShop.create(), "b-2"));
        As.marketer().get("/me").then().statusCode(200);
        int asked = 84;
        AtomicInteger next = new AtomicInteger();
        long buyer = some.get(0);
        ExecutorService threads = Executors.newFixedThreadPool(asked / 2);
        List<Response> answers = new ArrayList<>();
        try {
            Callable<Response> one = () -> reveal("marketer", some.get(next.getAndIncrement() % 2));
            for (Future<Response> answer : threads.invokeAll(Collections.nCopies(asked, one))) {
                answers.add(answer.get());
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(answers).filteredOn(a -> a.statusCode() == 200).hasSize(MOST);
        assertThat(answers).filteredOn(a -> a.statusCode() == 429).hasSize(asked - MOST);
        assertThat(answers).filteredOn(a -> a.statusCode() == 429).allSatisfy(refused -> {
            assertThat(refused.contentType()).startsWith("application/problem+json");
            assertThat(refused.jsonPath().getString("code")).isEqualTo("TOO_MANY_REQUESTS");
            assertThat(Integer.parseInt(refused.header("Retry-After"))).isBetween(1, 3600);
        });
        As.marketer().get("/buyers/{id}/export", buyer).then().statusCode(429);
        assertThat(reveal("admin", buyer).statusCode()).isEqualTo(200);
    }

    @Test
    void theShopSaysHowManyAndAnHourFreesThem() {
        TestShop shop = TestShop.create(Map.of("settings", Map.of("revealsPerHour", 2)));
        long buyer = buyers.add(shop, "b-1");
        assertThat(reveal("marketer", buyer).statusCode()).isEqualTo(200);
        assertThat(reveal("marketer", buyer).statusCode()).isEqualTo(200);
        assertThat(reveal("marketer", buyer).statusCode()).isEqualTo(429);
        sql.update(
                "UPDATE contact_reveal SET revealed_at = TIMESTAMPADD(MINUTE, -61, revealed_at) WHERE shop_id = ?"
                        + " ORDER BY id LIMIT 1",
                Long.valueOf(shop.id()));
        assertThat(reveal("marketer", buyer).statusCode()).isEqualTo(200);
        assertThat(reveal("marketer", buyer).statusCode()).isEqualTo(429);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "\"60\"", "1.5", "true"})
    void aNumberThatIsNoneIsNotSet(String value) {
        As.admin()
                .contentType(ContentType.JSON)
                .body("{\"name\": \"X\", \"settings\": {\"revealsPerHour\": " + value + "}}")
                .post("/shops")
                .then()
                .statusCode(400)
                .body("violations.field", contains("settings.revealsPerHour"));
    }

    @Test
    void adminsSeeWhoLookedAtWhom() {
        TestShop shop = TestShop.create();
        long first = buyers.add(shop, "b-1");
        long second = buyers.add(shop, "b-2");
        reveal("marketer", first);
        reveal("admin", second);
        As.marketer().get("/buyers/{id}/export", second).then().statusCode(200);
        String path = "/shops/" + shop.id() + "/contact-reveals";

        As.admin()
                .get(path)
                .then()
                .statusCode(200)
                .body("items.buyerId", contains(id(second), id(second), id(first)))
                .body("items.kind", contains("EXPORT", "REVEAL", "REVEAL"))
                .body("items[1].staffId", equalTo(shop.adminStaffId()))
                .body("items[0].staffName", equalTo("MARKETER"));
        As.admin()
                .get(path + "?staff=" + shop.marketerStaffId())
                .then()
                .body("items", hasSize(2))
                .body("items.staffName", everyItem(equalTo("MARKETER")));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        As.admin().get(path + "?from=" + today.plusDays(2)).then().body("items", empty());
        As.admin().get(path + "?to=" + today.minusDays(2)).then().body("items", empty());
        As.admin()
                .get(path + "?from=" + today.minusDays(1) + "&to=" + today.plusDays(1))
                .then()
                .body("items", hasSize(3));
        As.admin()
                .get(path + "?from=" + today + "&to=" + today.minusDays(1))
                .then()
                .statusCode(400);
        String next = As.admin()
                .get(path + "?limit=2")
                .then()
                .body("items", hasSize(2))
                .extract()
                .path("next");
        As.admin()
                .get(path + "?limit=2&after=" + next)
                .then()
                .body("items.buyerId", contains(id(first)))
                .body("next", equalTo(null));
        As.nobody().get(path).then().statusCode(401);
        As.marketer().get(path).then().statusCode(403);
        As.user("allroles").get(path).then().statusCode(404);
    }

    @Test
    void theListIsReadInOrderFromAnIndex() {
        TestShop shop = TestShop.create();
        TestShop.create();
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 6000; i++) {
            rows.add(new Object[] {
                Long.valueOf(shop.id()),
                Id.nextValue(),
                1L,
                1L + i % 40,
                clock.instant().plusSeconds(i),
                RevealKind.REVEAL,
                "s" + i % 40
            });
        }
        sql.batch(
                "INSERT INTO contact_reveal (shop_id, id, buyer_id, staff_id, revealed_at, kind, issuer, subject)"
                        + " VALUES (?,?,?,?,?,?,'https://login',?)",
                rows);
        sql.list("ANALYZE TABLE contact_reveal", row -> row.textAt("Table"));
        assertThat(keyOf(SqlFragment.of("r.shop_id = ?", shop.id()))).isEqualTo("contact_reveal_when");
        assertThat(keyOf(SqlFragment.of("r.shop_id = ? AND r.staff_id = ?", shop.id(), 3)))
                .isEqualTo("contact_reveal_staff");
        assertThat(keyOfStatement(ContactReveals.nthLast(MOST), "https://login", "s3", clock.instant()))
                .isEqualTo("contact_reveal_person");
    }

    private String keyOf(SqlFragment condition) {
        SqlFragment statement = ContactReveals.statement(condition, 51);
        return keyOfStatement(statement.text(), statement.params().toArray());
    }

    private String keyOfStatement(String statement, Object... params) {
        return sql.list(
                        "EXPLAIN " + statement,
                        row -> {
                            assertThat(String.valueOf(row.textAt("Extra"))).doesNotContain("filesort");
                            return row.textAt("key");
                        },
                        params)
                .get(0);
    }

    private static String id(long id) {
        return Id.of(id).toString();
    }

    private static Response reveal(String who, long buyer) {
        return As.user(who).post("/buyers/{id}/contact-reveals", buyer);
    }
}
