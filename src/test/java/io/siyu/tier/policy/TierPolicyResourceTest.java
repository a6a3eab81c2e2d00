package io.siyu.tier.policy;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jakarta.inject.Inject;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.aMapWithSize;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(Database.class)
class TierPolicyResourceTest {
    private static final String TWO_RULES =
            "{\"rules\": [{\"tier\": \"LEAD\", \"maxPurchaseDays\": 0}, {\"tier\": \"VIP\"}]}";

    @Inject
    Buyers buyers;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @Test
    void aShopStartsWithTheStandardPolicy() {
        TestShop shop = TestShop.create();
        policy(shop)
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""))
                .body("rules.tier", contains("LEAD", "LOST", "AT_RISK", "VIP", "LOYAL", "ACTIVE", "NEW"))
                .body("rules[3].minSpendPercentile", equalTo(90))
                .body("rules[0]", aMapWithSize(2));
    }

    @Test
    void aReplacedPolicyMovesBuyersAtOnceAndKeepsEveryVersion() {
        TestShop shop = TestShop.create();
        long buyer = buyers.add(shop, "a", buyers.today());
        buyers.changed(shop);
        assertThat(moves(buyer)).containsExactly("null>NEW n = 1");

        replace(shop, "\"0\"", TWO_RULES).then().statusCode(200).header("ETag", equalTo("\"1\""));

        assertThat(moves(buyer)).containsExactly("null>NEW n = 1", "NEW>VIP n = 1");
        policy(shop).then().body("rules.tier", contains("LEAD", "VIP"));
        replace(shop, "\"1\"", "{\"rules\": [{\"tier\": \"VIP\"}]}").then().statusCode(200);
        assertThat(versions(shop)).containsExactly(1, 2);
        assertThat(moves(buyer)).hasSize(2);
    }

    @Test
    void thePolicyThatIsInEffectMakesNoVersionAndNoRun() {
        TestShop shop = TestShop.create();
        buyers.add(shop, "a", buyers.today());
        buyers.changed(shop);
        long run = run(shop);
        replace(shop, "\"0\"", Map.of("rules", policy(shop).jsonPath().getList("rules")))
                .then()
                .statusCode(200)
                .header("ETag", equalTo("\"0\""));
        assertThat(versions(shop)).isEmpty();
        assertThat(run(shop)).isEqualTo(run);

        String rules = "{\"rules\": [{\"tier\": \"VIP\", \"minSpendPercentile\": %s}, {\"tier\": \"LEAD\"}]}";
        replace(shop, "\"0\"", rules.formatted("90.5")).then().statusCode(200);
        long later = run(shop);
        replace(shop, "\"1\"", rules.formatted("90.500")).then().statusCode(200).header("ETag", equalTo("\"1\""));

        assertThat(versions(shop)).containsExactly(1);
        assertThat(run(shop)).isEqualTo(later).isNotEqualTo(run);
        As.admin()
                .get("/shops/{shop}/audit-events", shop.id())
                .then()
                .body("items.findAll { it.action == 'tier-policy.replace' }", hasSize(1));
    }

    @Test
    void aPolicyIsReplacedOnlyByWhoHasSeenIt() {
        TestShop shop = TestShop.create();
        replace(shop, "\"3\"", TWO_RULES).then().statusCode(412);
        json(As.marketer())
                .body(TWO_RULES)
                .put("/shops/{shop}/tier-policy", shop.id())
                .then()
                .statusCode(428);
    }

    @Test
    void thePreviewTellsCountsAndMovesAndChangesNothing() {
        TestShop shop = TestShop.create();
        LocalDate today = buyers.today();
        buyers.add(shop, "new", today);
        buyers.add(shop, "lost", today.minusDays(300));
        buyers.add(shop, "lead");
        buyers.changed(shop);

        preview(shop, TWO_RULES)
                .then()
                .statusCode(200)
                .body("asOf", equalTo(today.toString()))
                .body("counts", aMapWithSize(7))
                .body("counts.VIP", equalTo(2))
                .body("counts.LEAD", equalTo(1))
                .body("moves", hasSize(2))
                .body("moves[0].from", equalTo("NEW"))
                .body("moves[0].to", equalTo("VIP"))
                .body("moves[0].buyers", equalTo(1));
        preview(shop, "{}").then().body("moves", empty()).body("counts.NEW", equalTo(1));
        preview(shop, "{\"asOf\": \"" + today.minusDays(300) + "\"}")
                .then()
                .body("counts.NEW", equalTo(1))
                .body("counts.LOST", equalTo(0))
                .body("moves[0].from", equalTo("LOST"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"rules\": []}|rules",
                "{\"rules\": [{\"tier\": \"VIP\", \"minPurchaseDays\": 2}]}|rules",
                "{\"rules\": [{\"tier\": \"VIP\", \"cyclesOver\": -1}, {\"tier\": \"NEW\"}]}|rules[0].cyclesOver",
                "{\"rules\": [{\"tier\": \"GOLD\"}]}|rules[0].tier",
                "{\"rules\": [{\"tier\": \"VIP\", \"colour\": 1}]}|rules[0].colour",
                "{\"asOf\": \"2024-02-31\"}|asOf"
            })
    void unsoundRulesNameTheirField(String body, String field) {
        TestShop shop = TestShop.create();
        preview(shop, body)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations[0].field", equalTo(field));
    }

    @Test
    void theAuditListShowsEveryBuyerAndNoFormula() {
        TestShop shop = TestShop.create();
        buyers.add(shop, "=cmd()", new BigDecimal("7.25"), LocalDate.of(2024, 1, 1), LocalDate.of(2024, 1, 11));
        buyers.add(shop, "b,\"c\"");
        buyers.add(shop, "later", LocalDate.of(2024, 2, 1));

        String csv = As.marketer()
                .get("/shops/{shop}/buyers.csv?asOf=2024-01-20", shop.id())
                .then()
                .statusCode(200)
                .contentType("text/csv")
                .extract()
                .asString();
        assertThat(csv.lines())
                .containsExactly(
                        "platformId,purchaseDays,firstDay,lastDay,netSpend,ownCycleDays,dueDay,tier",
                        "'=cmd(),2,2024-01-01,2024-01-11,14.50,23.333333,2024-02-03,ACTIVE",
                        "\"b,\"\"c\"\"\",0,,,0.00,,,LEAD");
    }

    @Test
    void theAnswerTellsTheSnapshotThatTheTiersRestOn() {
        TestShop shop = TestShop.create();
        policy(shop).then().body("snapshot", nullValue());
        for (int i = 1; i <= 11; i++) {
            buyers.add(shop, "b" + i, BigDecimal.valueOf(i), buyers.today());
        }
        buyers.add(shop, "lead");
        buyers.changed(shop);

        policy(shop)
                .then()
                .body("snapshot.day", equalTo(buyers.today().toString()))
                .body("snapshot.policyRevision", equalTo(0))
                .body("snapshot.purchasingBuyers", equalTo(11))
                .body("snapshot.spendThresholds", hasSize(1))
                .body("snapshot.spendThresholds[0].percentile", equalTo(90))
                .body("snapshot.spendThresholds[0].spend", equalTo("10.00"))
                .body("snapshot.moved", equalTo(12));
        replace(shop, "\"0\"", TWO_RULES).then().body("snapshot.policyRevision", equalTo(1));
    }

    @Test
    void everyVersionOfThePolicyIsShownTheLatestFirst() {
        TestShop shop = TestShop.create();
        replace(shop, "\"0\"", TWO_RULES).then().statusCode(200);
        replace(shop, "\"1\"", "{\"rules\": [{\"tier\": \"NEW\"}]}").then().statusCode(200);

        String next = As.marketer()
                .get("/shops/{shop}/tier-policy/revisions?limit=1", shop.id())
                .then()
                .statusCode(200)
                .body("items.revision", contains(2))
                .body("items[0].changedBy", equalTo("marketer"))
                .body(
                        "items[0].changedAt",
                        startsWith(String.valueOf(LocalDate.now(clock).getYear())))
                .body("items[0].rules.tier", contains("NEW"))
                .extract()
                .path("next");
        As.marketer()
                .get("/shops/{shop}/tier-policy/revisions?after={next}", shop.id(), next)
                .then()
                .body("items.revision", contains(1))
                .body("items[0].rules.tier", contains("LEAD", "VIP"))
                .body("next", nullValue());
    }

    @Test
    void rolesAndShopsAreKeptApart() {
        TestShop shop = TestShop.create();
        for (String path : List.of("/tier-policy", "/buyers.csv")) {
            As.nobody().get("/shops/" + shop.id() + path).then().statusCode(401);
            As.staff1().get("/shops/" + shop.id() + path).then().statusCode(403);
            As.marketer().get("/shops/1" + path).then().statusCode(404);
        }
        preview(shop, "not json").then().statusCode(400);
        As.marketer().get("/shops/{shop}/buyers.csv?asOf=x", shop.id()).then().statusCode(400);
    }

    private List<String> moves(long buyer) {
        return sql.list(
                "SELECT from_tier, to_tier, reason FROM buyer_tier_move WHERE buyer_id = ? ORDER BY run_no",
                row -> row.textAt("from_tier") + ">" + row.textAt("to_tier") + " " + row.textAt("reason"),
                buyer);
    }

    private List<Integer> versions(TestShop shop) {
        return sql.list(
                "SELECT revision FROM tier_policy WHERE shop_id = ? ORDER BY revision",
                row -> row.intAt("revision"),
                shop.id());
    }

    private long run(TestShop shop) {
        return sql.first("SELECT run_no FROM tier_run WHERE shop_id = ?", row -> row.longAt("run_no"), shop.id())
                .orElseThrow();
    }

    private static Response policy(TestShop shop) {
        return As.marketer().get("/shops/{shop}/tier-policy", shop.id());
    }

    private static Response replace(TestShop shop, String ifMatch, Object body) {
        return json(As.marketer()).header("If-Match", ifMatch).body(body).put("/shops/{shop}/tier-policy", shop.id());
    }

    private static Response preview(TestShop shop, String body) {
        return json(As.marketer()).body(body).post("/shops/{shop}/tier-policy/preview", shop.id());
    }
}
