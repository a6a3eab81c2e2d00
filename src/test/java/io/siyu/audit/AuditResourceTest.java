package io.siyu.audit;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

/** What admins and marketers did stands in the trail, with who and from what to what. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class AuditResourceTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final String PHONE = "13800001234";
    private static final String REASON = "小王说他叫 Wang Xiaoming";

    @Inject
    Buyers buyers;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @Test
    void aChangeOfSettingsTellsWhatItWasAndIs() {
        TestShop shop = TestShop.create();
        As.change(
                As.admin(),
                "/shops/{shop}",
                Map.of("cadenceLadder", List.of(10, 20), "settings", Map.of("revealsPerHour", 30)),
                shop.id());
        latest(shop)
                .body("items[0].action", equalTo("shop.change"))
                .body("items[0].thing", equalTo("shop"))
                .body("items[0].thingId", equalTo(shop.id()))
                .body("items[0].staffId", equalTo(shop.adminStaffId()))
                .body("items[0].staffName", equalTo("admin"))
                .body("items[0].subject", equalTo("admin"))
                .body("items[0].before.cadenceLadder", contains(7, 15, 30, 60, 90))
                .body("items[0].after.cadenceLadder", contains(10, 20))
                .body("items[0].after.settings.revealsPerHour", equalTo(30))
                .body("items[0].after", not(hasKey("name")));
    }

    @Test
    void settingsThatAreSaidAgainAreNoActAndNoVersion() {
        TestShop shop = TestShop.create();
        Map<String, Object> terms = Map.of(
                "name", "茶铺",
                "timeZone", "Asia/Tokyo",
                "currency", "JPY",
                "minimumOrderAmount", "1.5",
                "cadenceLadder", List.of(10, 20),
                "settings", Map.of("revealsPerHour", 30, "own", Map.of("a", 1.5, "b", List.of(1, "x"), "c", 1e30)));
        int version = change(shop, terms);
        int acts = all(shop).size();

        assertThat(change(shop, terms)).isEqualTo(version);
        assertThat(change(shop, Map.of("minimumOrderAmount", "1.50"))).isEqualTo(version);
        assertThat(all(shop)).hasSize(acts);
    }

    private static int change(TestShop shop, Map<String, Object> terms) {
        return json(As.admin())
                .header("If-Match", "*")
                .body(terms)
                .patch("/shops/{shop}", shop.id())
                .then()
                .statusCode(200)
                .extract()
                .path("version");
    }

    @Test
    void whatWasRefusedIsNotThere() {
        TestShop shop = TestShop.create();
        int before = all(shop).size();
        json(As.admin())
                .header("If-Match", "\"99\"")
                .body(Map.of("name", "X"))
                .patch("/shops/{shop}", shop.id())
                .then()
                .statusCode(412);
        As.admin().delete("/staff/{id}", shop.adminStaffId()).then().statusCode(409);
        assertThat(all(shop)).hasSize(before);
    }

    @Test
    void whatChangesNothingIsNotThere() {
        TestShop shop = TestShop.create();
        long buyer = buyers.add(shop, "b-out", LocalDate.of(2026, 1, 1));
        json(As.marketer())
                .body(Map.of("reason", REASON))
                .put("/buyers/{id}/opt-out", buyer)
                .then()
                .statusCode(200);
        As.admin().delete("/staff/{id}", shop.staff2Id()).then().statusCode(204);
        setLimits(shop, 2);
        int before = all(shop).size();

        json(As.marketer())
                .body(Map.of("reason", REASON))
                .put("/buyers/{id}/opt-out", buyer)
                .then()
                .statusCode(200);
        As.admin().delete("/staff/{id}", shop.staff2Id()).then().statusCode(204);
        As.change(As.admin(), "/staff/{id}", Map.of(), shop.staff1Id());
        setLimits(shop, 2);
        assertThat(all(shop)).hasSize(before);
    }

    @Test
    void limitsStandThereAsTheyWereAndAre() {
        TestShop shop = TestShop.create();
        setLimits(shop, 2);
        latest(shop)
                .body("items[0].before.limits.momentsPerDay", equalTo(3))
                .body("items[0].after.limits.momentsPerDay", equalTo(2))
                .body("items[0].after.limits.fromDay", equalTo("2030-01-01"))
                .body("items[0].after.limits.privatePerDay", equalTo(1));
    }

    @Test
    void anExportTellsWhatWasAskedFor() {
        TestShop shop = TestShop.create();
        As.marketer()
                .get("/shops/{shop}/repurchase-cycle/buyers.csv?scope=buyers&cohort=2026-01&asOf=2026-03-01", shop.id())
                .then()
                .statusCode(200);
        latest(shop)
                .body("items[0].after.file", equalTo("cycle-buyers.csv"))
                .body("items[0].after.cohort", equalTo("2026-01"))
                .body("items[0].after.asOf", equalTo("2026-03-01"))
                .body("items[0].after.scope", equalTo("BUYERS"))
                .body("items[0].after", not(hasKey("tier")));
    }

    private static void setLimits(TestShop shop, int moments) {
        json(As.admin())
                .body(Map.of("fromDay", "2030-01-01", "momentsPerDay", moments))
                .post("/shops/{shop}/contact-limits", shop.id())
                .then()
                .statusCode(201);
    }

    @Test
    void everyKindOfActStandsThere() {
        TestShop shop = TestShop.create();
        long kept = buyers.add(shop, "b-kept", LocalDate.of(2026, 1, 1));
        long gone = buyers.add(shop, "b-gone", LocalDate.of(2026, 2, 1));
        As.change(As.admin(), "/staff/{id}", Map.of("active", false), shop.staff2Id());
        As.admin().delete("/staff/{id}", shop.staff2Id()).then().statusCode(204);
        As.change(As.admin(), "/accounts/{id}", Map.of("capacity", 10), shop.account1());
        json(As.admin())
                .body(Map.of("secret", "a-secret-of-the-platform-0123456789"))
                .put("/shops/{shop}/hooks/shopify", shop.id())
                .then()
                .statusCode(200);
        As.admin().delete("/shops/{shop}/hooks/shopify", shop.id()).then().statusCode(204);
        json(As.marketer())
                .header("If-Match", "*")
                .body(Map.of("rules", List.of(Map.of("tier", "VIP"))))
                .put("/shops/{shop}/tier-policy", shop.id())
                .then()
                .statusCode(200);
        json(As.marketer())
                .header("If-Match", "*")
                .body(Map.of("banned", List.of("秒杀王"), "allowed", List.of()))
                .put("/shops/{shop}/word-lists", shop.id())
                .then()
                .statusCode(200);
        As.marketer().get("/shops/{shop}/buyers.csv", shop.id()).then().statusCode(200);
        As.marketer()
                .get("/shops/{shop}/repurchase-cycle/buyers.csv", shop.id())
                .then()
                .statusCode(200);
        As.marketer().get("/buyers/{id}/export", kept).then().statusCode(200);
        As.marketer().post("/buyers/{id}/contact-reveals", kept).then().statusCode(200);
        String merge = As.make(
                As.marketer(),
                "/shops/{shop}/buyer-merges",
                Map.of("keptId", Id.of(kept).toString(), "goneId", Id.of(gone).toString(), "reason", REASON),
                shop.id());
        json(As.marketer())
                .body(Map.of("reason", REASON))
                .put("/buyer-merges/{id}/undoing", merge)
                .then()
                .statusCode(200);
        json(As.marketer())
                .body(Map.of("reason", REASON))
                .put("/buyers/{id}/opt-out", kept)
                .then()
                .statusCode(200);
        As.admin().delete("/buyers/{id}", kept).then().statusCode(204);
        As.admin().delete("/buyers/{id}", kept).then().statusCode(204);
        String campaign = json(As.marketer())
                .body(Map.of("name", "春", "startDay", "2027-03-01"))
                .post("/shops/{shop}/campaigns", shop.id())
                .path("id");
        json(As.admin())
                .body(Map.of("to", "CANCELLED", "reason", REASON))
                .post("/campaigns/{id}/transitions", campaign)
                .then()
                .statusCode(200);

        List<String> actions =
                all(shop).stream().map(event -> (String) event.get("action")).toList();
        assertThat(actions)
                .containsSubsequence(
                        "campaign.move",
                        "buyer.erase",
                        "buyer.opt-out",
                        "buyer-merge.undo",
                        "buyer-merge.make",
                        "buyer.reveal-contact",
                        "buyer.export",
                        "buyers.export",
                        "buyers.export",
                        "word-lists.replace",
                        "tier-policy.replace",
                        "hook.remove",
                        "hook.set-secret",
                        "account.change",
                        "staff.remove",
                        "staff.change",
                        "account.open",
                        "staff.invite",
                        "shop.create")
                .containsOnlyOnce("buyer.erase");
        assertThat(texts(shop)).doesNotContain(PHONE, REASON, "Wang", "a-secret", "b-kept");
    }

    @Test
    void anOverriddenGateIsNamed() {
        TestShop shop = TestShop.create();
        String campaign = json(As.marketer())
                .body(Map.of("name", "春", "startDay", "2027-03-01"))
                .post("/shops/{shop}/campaigns", shop.id())
                .path("id");
        json(As.admin())
                .body(Map.of("to", "REVIEW", "override", true, "reason", REASON))
                .post("/campaigns/{id}/transitions", campaign)
                .then()
                .statusCode(200);
        latest(shop)
                .body("items[0].before.status", equalTo("DRAFT"))
                .body("items[0].after.status", equalTo("REVIEW"))
                .body("items[0].after.overriddenGates", not(empty()));
    }

    @Test
    void itIsNarrowedDownAndReadPageByPage() {
        TestShop shop = TestShop.create();
        String path = "/shops/" + shop.id() + "/audit-events";
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZONE);
        As.admin()
                .get(path + "?action=staff.invite")
                .then()
                .statusCode(200)
                .body("items", hasSize(4))
                .body("items[0].before", nullValue())
                .body("items[0].after.username", equalTo("integration"));
        As.admin().get(path + "?thing=account").then().body("items", hasSize(2));
        As.admin()
                .get(path + "?thing=staff:" + shop.staff1Id())
                .then()
                .body("items.thingId", contains(shop.staff1Id()));
        As.admin().get(path + "?staff=" + shop.staff1Id()).then().body("items", empty());
        As.admin().get(path + "?staff=" + shop.adminStaffId()).then().body("items", hasSize(7));
        As.admin().get(path + "?to=" + today.minusDays(2)).then().body("items", empty());
        As.admin().get(path + "?from=" + today.minusDays(1)).then().body("items", hasSize(7));
        As.admin()
                .get(path + "?from=" + today + "&to=" + today.minusDays(1))
                .then()
                .statusCode(400);
        As.admin().get(path + "?thing=Staff!").then().statusCode(400);
        As.admin()
                .get(path + "?action=nope")
                .then()
                .statusCode(400)
                .body("violations[0].field", equalTo("action"))
                .body("violations[0].message", containsString("staff.invite"));
        List<String> ids = new ArrayList<>();
        String next = "";
        while (next != null) {
            Response page = As.admin().get(path + "?limit=3" + (next.isEmpty() ? "" : "&after=" + next));
            ids.addAll(page.path("items.id"));
            next = page.path("next");
        }
        assertThat(ids).hasSize(7).doesNotHaveDuplicates();
    }

    @Test
    void onlyAdminsOfTheShopReadIt() {
        TestShop shop = TestShop.create();
        String path = "/shops/" + shop.id() + "/audit-events";
        As.nobody().get(path).then().statusCode(401);
        As.marketer().get(path).then().statusCode(403);
        As.staff1().get(path).then().statusCode(403);
        As.integration().get(path).then().statusCode(403);
        As.user("allroles").get(path).then().statusCode(404);
        shop.hire("allroles", List.of("marketer", "staff"));
        As.user("allroles").get(path).then().statusCode(403);
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            As.admin().request(method, path).then().statusCode(405);
        }
        As.admin().get(path).then().body("items.action", hasItem("staff.invite"));
    }

    @Test
    void everyNarrowingIsReadInOrderFromAnIndex() {
        long shop = Id.nextValue();
        List<Object[]> rows = new ArrayList<>();
        for (int i = 0; i < 6000; i++) {
            rows.add(new Object[] {
                shop,
                Id.nextValue(),
                clock.instant().plusSeconds(i),
                "act." + i % 30,
                1L + i % 40,
                "thing" + i % 12,
                String.valueOf(i % 700)
            });
        }
        sql.batch(
                "INSERT INTO audit_event (shop_id, id, at, action, staff_id, staff_name, subject, thing, thing_id)"
                        + " VALUES (?, ?, ?, ?, ?, 'n', 's', ?, ?)",
                rows);
        sql.list("ANALYZE TABLE audit_event", row -> row.textAt("Table"));
        assertThat(keyOf("shop_id = ?", shop)).isEqualTo("audit_event_when");
        assertThat(keyOf("shop_id = ? AND action = ?", shop, "act.3")).isEqualTo("audit_event_action");
        assertThat(keyOf("shop_id = ? AND staff_id = ?", shop, 3L)).isEqualTo("audit_event_staff");
        assertThat(keyOf("shop_id = ? AND thing = ?", shop, "thing3")).isEqualTo("audit_event_kind");
        assertThat(keyOf("shop_id = ? AND thing = ? AND thing_id = ?", shop, "thing3", "3"))
                .isEqualTo("audit_event_thing");
    }

    private String keyOf(String condition, Object... params) {
        return sql.first(
                        SqlFragment.of("EXPLAIN ").add(AuditEvents.statement(SqlFragment.of(condition, params), 51)),
                        row -> {
                            assertThat(String.valueOf(row.textAt("Extra"))).doesNotContain("filesort");
                            return row.textAt("key");
                        })
                .orElseThrow();
    }

    private static ValidatableResponse latest(TestShop shop) {
        return As.admin()
                .get("/shops/{shop}/audit-events?limit=1", shop.id())
                .then()
                .statusCode(200);
    }

    private static List<Map<String, Object>> all(TestShop shop) {
        return As.admin().get("/shops/{shop}/audit-events?limit=200", shop.id()).path("items");
    }

    private static String texts(TestShop shop) {
        return As.admin().get("/shops/{shop}/audit-events?limit=200", shop.id()).asString();
    }
}
