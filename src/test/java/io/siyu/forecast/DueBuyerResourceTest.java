package io.siyu.forecast;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.sql.Fragment;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(Database.class)
class DueBuyerResourceTest {
    private static final int MANY = 8000;

    @Inject
    Buyers buyers;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    /** Without intervals of its own the shop's cycle is thirty days, and so is that of who bought once. */
    @Test
    void theCycleTellsWhoIsDueAndWhy() {
        TestShop shop = TestShop.create();
        long overdue = buyers.add(shop, "overdue", today().minusDays(34));
        long due = buyers.add(shop, "due", today().minusDays(25));
        buyers.add(shop, "long gone", today().minusDays(38));
        buyers.add(shop, "not yet", today().minusDays(22));
        long optedOut = buyers.add(shop, "opted out", today().minusDays(30));
        long erased = buyers.add(shop, "erased", today().minusDays(30));
        buyers.add(shop, "lead");
        buyers.changed(shop);
        sql.update("UPDATE buyer SET opted_out = TRUE WHERE id = ?", optedOut);
        sql.update("UPDATE buyer SET erased_at = ? WHERE id = ?", clock.instant(), erased);

        JsonPath list = get(As.marketer(), shop, "");

        assertThat(list.getList("items.buyerId", Long.class)).containsExactly(overdue, due);
        assertThat(list.getList("items.reason.code")).containsExactly("CYCLE_OVERDUE", "CYCLE_DUE");
        assertThat(list.getString("items[0].dueDay"))
                .isEqualTo(today().minusDays(4).toString());
        assertThat(list.getInt("items[0].reason.daysSinceLast")).isEqualTo(34);
        assertThat(list.getString("items[0].reason.ownCycleDays")).isEqualTo("30.000000");
        assertThat(list.getString("items[0].tier")).isEqualTo("NEW");
        assertThat(list.getString("items[0].followerStatus")).isEqualTo("CANDIDATE");
        assertThat(list.getString("items[0].basis")).isEqualTo("CYCLE");
        assertThat(get(As.marketer(), shop, "?within=8").getList("items")).hasSize(3);
        JsonPath first = get(As.marketer(), shop, "?limit=1");
        JsonPath second = get(As.marketer(), shop, "?limit=1&after=" + first.getString("next"));
        assertThat(second.getList("items.buyerId", Long.class)).containsExactly(due);
        assertThat(second.getString("next")).isNull();
    }

    @Test
    void staffSeeTheFollowersOfTheirOwnAccounts() {
        TestShop shop = TestShop.create();
        long hers = buyers.add(shop, "hers", today().minusDays(28));
        long his = buyers.add(shop, "his", today().minusDays(28));
        buyers.add(shop, "nobody's", today().minusDays(28));
        buyers.changed(shop);
        follow(hers, shop.account1(), "ADDED");
        follow(his, shop.account2(), "ADDED");

        assertThat(get(As.staff1(), shop, "").getList("items.buyerId", Long.class))
                .containsExactly(hers);
        assertThat(get(As.staff2(), shop, "").getList("items.accountId")).containsExactly(shop.account2());
        assertThat(get(As.marketer(), shop, "").getList("items")).hasSize(3);
        follow(hers, shop.account1(), "LOST");
        assertThat(get(As.staff1(), shop, "").getList("items")).isEmpty();
        for (String within : List.of("-1", "91", "x")) {
            As.staff1()
                    .get("/shops/{shop}/due-buyers?within=" + within, shop.id())
                    .then()
                    .statusCode(400)
                    .body("violations[0].field", equalTo("within"));
        }
        As.integration().get("/shops/{shop}/due-buyers", shop.id()).then().statusCode(403);
        As.staff1().get("/shops/{shop}/forecast", shop.id()).then().statusCode(403);
    }

    @Test
    void ofOneDayTheMostValuableComeFirstAndWhoHasJustBoughtNotAtAll() {
        TestShop shop = TestShop.create();
        LocalDate last = today().minusDays(20);
        long cheap = expected(shop, last, 3, "10.00");
        long dear = expected(shop, last, 3, "99.00");
        long sooner = expected(shop, last, 2, "5.00");
        expected(shop, today(), 2, "500.00");
        long unknown = expected(shop, last, 3, null);
        sql.update(
                "INSERT INTO forecast_fit (shop_id, id, status, as_of, outcome, r, alpha, a, b, log_likelihood,"
                        + " created_at) VALUES (?, ?, 'DONE', ?, 'FITTED', 1, 1, 1, 1, 0, ?)",
                shop.id(),
                Id.nextValue(),
                today(),
                clock.instant());

        List<Long> listed = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonPath page = get(As.marketer(), shop, "?limit=1&after=" + after);
            listed.addAll(page.getList("items.buyerId", Long.class));
            after = page.getString("next");
        }
        assertThat(listed).containsExactly(sooner, dear, cheap, unknown);
    }

    /** However many buyers there are, a page is read from an index in the order of the list. */
    @Test
    void aPageIsARangeOfAnIndex() {
        long shop = Id.nextValue();
        fill(shop);
        LocalDate today = today();
        for (LocalDate fitted : new LocalDate[] {today, null}) {
            for (Optional<Cursor> after :
                    List.of(Optional.<Cursor>empty(), Optional.of(Cursor.of(today, "10.00", 4000)))) {
                DueBuyerQueries.Wanted wanted =
                        new DueBuyerQueries.Wanted(shop, today, today.minusDays(7), today.plusDays(7), null, fitted);
                Fragment query = DueBuyerQueries.query(wanted, after, 51);
                List<String> steps = sql.list(
                        "EXPLAIN " + query.text(),
                        row -> row.textAt("key") + " " + row.textAt("Extra"),
                        query.params().toArray());
                assertThat(steps.get(0)).startsWith(fitted == null ? "buyer_due" : "buyer_forecast_due");
                assertThat(steps.get(0)).doesNotContain("filesort");
            }
        }
    }

    private long expected(TestShop shop, LocalDate last, int inDays, String spend) {
        long buyer = buyers.add(shop, null, last);
        sql.update(
                "INSERT INTO buyer_forecast (shop_id, buyer_id, alive, purchases30, purchases90, next_day, due_day, next_to,"
                        + " spend) VALUES (?, ?, 1, 1, 3, ?, ?, ?, ?)",
                shop.id(),
                buyer,
                today().plusDays(inDays),
                today().plusDays(inDays),
                today().plusDays(60),
                spend);
        return buyer;
    }

    private void follow(long buyer, String account, String status) {
        sql.update("UPDATE follower SET account_id = ?, status = ? WHERE buyer_id = ?", account, status, buyer);
    }

    private void fill(long shop) {
        Instant then = clock.instant();
        List<Object[]> rows = new ArrayList<>();
        List<Object[]> forecasts = new ArrayList<>();
        for (int i = 1; i <= MANY; i++) {
            LocalDate due = today().plusDays(i % 100 - 50);
            rows.add(new Object[] {shop, i, due.minusDays(30), due.minusDays(30), due, then, then});
            forecasts.add(new Object[] {shop, i, due, i % 37});
        }
        sql.batch(
                "INSERT INTO buyer (shop_id, id, purchase_days, first_day, last_day, due_day, created_at, updated_at)"
                        + " VALUES (?, ?, 1, ?, ?, ?, ?, ?)",
                rows);
        sql.batch(
                "INSERT INTO buyer_forecast (shop_id, buyer_id, alive, purchases30, purchases90, due_day, spend)"
                        + " VALUES (?, ?, 1, 1, 1, ?, ?)",
                forecasts);
        sql.list("ANALYZE TABLE buyer", row -> row.textAt("Table"));
        sql.list("ANALYZE TABLE buyer_forecast", row -> row.textAt("Table"));
    }

    private static JsonPath get(RequestSpecification who, TestShop shop, String query) {
        return who.get("/shops/" + shop.id() + "/due-buyers" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneId.of("Asia/Shanghai"));
    }
}
