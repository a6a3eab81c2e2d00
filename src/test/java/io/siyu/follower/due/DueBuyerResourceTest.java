package io.siyu.follower.due;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import io.siyu.buyer.standing.KeptCycle;
import io.siyu.buyer.standing.ShopStandings;
import io.siyu.forecast.ForecastBasis;
import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Cursor;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
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
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

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

    @Inject
    ShopStandings standings;

    @Inject
    DueBuyerQueries queries;

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
                "INSERT INTO forecast_fit (shop_id, id, status, as_of, outcome, model, tried, created_at)"
                        + " VALUES (?, ?, 'DONE', ?, 'FITTED', 'MBG_NBD', ?, ?)",
                shop.id(),
                Id.nextValue(),
                today(),
                "{\"days\":90,\"candidates\":[{\"kind\":\"MBG_NBD\",\"fit\":{\"model\":{\"kind\":\"MBG_NBD\","
                        + "\"r\":1,\"alpha\":1,\"a\":1,\"b\":1}}}]}",
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

    /** Whatever the number of purchase days, each is on exactly one page, and the pages are in order. */
    @Test
    void pagesFollowTheDaysAndOfOneDayWhoHasPurchasedMostComesFirst() {
        TestShop shop = TestShop.create();
        Random random = new Random(3);
        for (int i = 0; i < 160; i++) {
            int purchaseDays = 1 + random.nextInt(1 + random.nextInt(6));
            LocalDate[] days = IntStream.range(0, purchaseDays)
                    .mapToObj(day -> today().minusDays(4 * random.nextInt(10)))
                    .toArray(LocalDate[]::new);
            buyers.add(shop, "b" + i, days);
        }
        buyers.changed(shop);
        sql.update(
                "UPDATE follower SET account_id = ?, status = 'ADDED' WHERE shop_id = ?", shop.account1(), shop.id());

        List<Long> expected = dueIn(shop, 60);
        assertThat(expected).hasSizeGreaterThan(100);
        for (int limit : new int[] {1, 7, 200}) {
            assertThat(pages(As::marketer, shop, 60, limit)).isEqualTo(expected);
            assertThat(pages(As::staff1, shop, 60, limit)).isEqualTo(expected);
        }
        assertThat(pages(As::marketer, shop, 0, 3)).isEqualTo(dueIn(shop, 0)).isNotEmpty();
    }

    /** A reader's due day is that of the shop's cycle, without anything of a buyer being written when the cycle moves. */
    @Test
    void dueDaysFollowTheShopsCycle() {
        TestShop shop = TestShop.create();
        LocalDate last = today().minusDays(8);
        long buyer = buyers.add(shop, "regular", last.minusDays(12), last);
        addRepeats(shop, 34, 10);
        buyers.changed(shop);
        // (12 + 2·(352 ÷ 35)) ÷ 3 = 10.7
        assertAllTell(shop, buyer, last.plusDays(11));
        String version = "SELECT version FROM buyer WHERE id = ?";
        int before = sql.first(version, row -> row.intAt("version"), buyer).orElseThrow();

        addRepeats(shop, 35, 20);
        buyers.changed(shop);
        // (12 + 2·(1052 ÷ 70)) ÷ 3 = 14.02
        assertAllTell(shop, buyer, last.plusDays(14));
        assertThat(sql.first(version, row -> row.intAt("version"), buyer)).contains(before);
    }

    private void addRepeats(TestShop shop, int buyersMore, int daysBetween) {
        for (int i = 0; i < buyersMore; i++) {
            buyers.add(shop, null, today().minusDays(100), today().minusDays(100 - daysBetween));
        }
    }

    private void assertAllTell(TestShop shop, long buyer, LocalDate due) {
        JsonPath list = get(As.marketer(), shop, "?within=30");
        assertThat(list.getList("items.buyerId", Long.class)).containsExactly(buyer);
        assertThat(list.getString("items[0].dueDay")).isEqualTo(due.toString());
        assertThat(list.getString("items[0].reason.cycleDueDay")).isEqualTo(due.toString());
        As.marketer().get("/buyers/{id}", buyer).then().statusCode(200).body("dueDay", equalTo(due.toString()));
        As.marketer()
                .queryParam("filter", "due = " + due)
                .get("/shops/{shop}/buyers", shop.id())
                .then()
                .statusCode(200)
                .body("items.id", equalTo(List.of(String.valueOf(buyer))))
                .body("items[0].dueDay", equalTo(due.toString()));
        String followed = "items.find { it.buyerId == '" + buyer + "' }.dueDay";
        As.marketer()
                .queryParam("limit", 200)
                .get("/shops/{shop}/follower-lists/ACTIVE/followers", shop.id())
                .then()
                .statusCode(200)
                .body(followed, equalTo(due.toString()));
    }

    private List<Long> pages(Supplier<RequestSpecification> who, TestShop shop, int within, int limit) {
        List<Long> listed = new ArrayList<>();
        String after = "";
        while (after != null) {
            JsonPath page = get(who.get(), shop, "?within=" + within + "&limit=" + limit + "&after=" + after);
            listed.addAll(page.getList("items.buyerId", Long.class));
            after = page.getString("next");
        }
        return listed;
    }

    private record Purchases(long id, int days, LocalDate first, LocalDate last) {
        /** With the days since 1970 as numbers it is in the order of the due days too. */
        private long order() {
            return (days + 2L) * last.toEpochDay() - first.toEpochDay();
        }
    }

    private List<Long> dueIn(TestShop shop, int within) {
        KeptCycle cycle = standings.find(Long.parseLong(shop.id())).cycle().orElseThrow();
        Function<Purchases, LocalDate> dueDay = buyer -> cycle.dueDay(buyer.days(), buyer.first(), buyer.last());
        return sql
                .list(
                        "SELECT id, purchase_days, first_day, last_day FROM buyer WHERE shop_id = ?",
                        row -> new Purchases(
                                row.longAt("id"),
                                row.intAt("purchase_days"),
                                row.dayAt("first_day"),
                                row.dayAt("last_day")),
                        shop.id())
                .stream()
                .filter(buyer -> !dueDay.apply(buyer).isBefore(today().minusDays(7))
                        && !dueDay.apply(buyer).isAfter(today().plusDays(within)))
                .sorted(Comparator.comparing(dueDay)
                        .thenComparing(Purchases::days, Comparator.reverseOrder())
                        .thenComparing(Purchases::order)
                        .thenComparing(Purchases::id))
                .map(Purchases::id)
                .toList();
    }

    /** However many buyers there are, a page is read from the beginnings of ranges of an index in the order of the list. */
    @Test
    void aPageIsMadeOfRangesOfAnIndex() {
        long shop = Id.nextValue();
        fill(shop);
        LocalDate today = today();
        DueBuyerQueries.Wanted byModel = new DueBuyerQueries.Wanted(
                shop, today, today.minusDays(7), today.plusDays(7), null, ForecastBasis.MBG_NBD, today);
        for (Cursor after : new Cursor[] {null, Cursor.of(today, "10.00", 4000)}) {
            assertThat(steps(byModel, after).get(0))
                    .startsWith("o buyer_forecast_due")
                    .doesNotContain("filesort");
        }
        DueBuyerQueries.Wanted byCycle = new DueBuyerQueries.Wanted(
                shop, today, today.minusDays(7), today.plusDays(7), null, ForecastBasis.CYCLE, null);
        for (Cursor after : new Cursor[] {null, Cursor.of(today, 2, 2_220_000, 4000)}) {
            List<String> ranges = steps(byCycle, after).stream()
                    .filter(step -> step.startsWith("b buyer_due"))
                    .toList();
            assertThat(ranges).hasSize(3).allMatch(step -> step.contains(" range ") && !step.contains("filesort"));
        }
    }

    /** Table, index, access and what else is done, for each step. */
    private List<String> steps(DueBuyerQueries.Wanted wanted, Cursor after) {
        SqlFragment query =
                queries.query(wanted, Optional.ofNullable(after), 51).orElseThrow();
        return sql.list(
                SqlFragment.of("EXPLAIN ").add(query),
                row -> row.textAt("table") + " " + row.textAt("key") + " " + row.textAt("type") + " "
                        + row.textAt("Extra"));
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
            rows.add(new Object[] {shop, i, 1 + i % 3, due.minusDays(30), due.minusDays(30), then, then});
            forecasts.add(new Object[] {shop, i, due, i % 37});
        }
        sql.batch(
                "INSERT INTO buyer (shop_id, id, purchase_days, first_day, last_day, created_at, updated_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                rows);
        sql.update(
                "INSERT INTO cycle_figure (shop_id, basis, kind, point, n, total) VALUES (?, 'BUYERS', 'SPAN', 1, 9, 0),"
                        + " (?, 'BUYERS', 'SPAN', 2, 9, 0), (?, 'BUYERS', 'SPAN', 3, 0, 0)",
                shop,
                shop,
                shop);
        sql.update(
                "INSERT INTO tier_run (shop_id, run_no, day, valid_from, valid_until, policy_revision, cycle_basis,"
                        + " cycle_days, cycle_intervals, moved) VALUES (?, 1, ?, ?, '2100-01-01', 0, 'DEFAULT', 30, 1, 0)",
                shop,
                today(),
                then);
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
