package io.siyu.campaign.plan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@QuarkusTestResource(Database.class)
class CampaignPlanResourceTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Test
    void listsTheNodesOfARange() {
        As.staff1()
                .get("/marketing-nodes?from=2026-08-01&to=2026-10-01")
                .then()
                .statusCode(200)
                .body("items.find { it.code == 'QIXI' }.day", equalTo("2026-08-19"))
                .body("items.find { it.code == 'QIXI' }.name", equalTo("七夕"))
                .body("items.find { it.code == 'QIXI' }.kind", equalTo("LUNAR"))
                .body("items.find { it.code == 'MID_AUTUMN' }.day", equalTo("2026-09-25"))
                .body("items.find { it.code == 'NATIONAL_DAY' }.kind", equalTo("FIXED"));
        As.staff1().get("/marketing-nodes?from=2026-10-01&to=2026-08-01").then().statusCode(400);
        As.staff1().get("/marketing-nodes?from=soon").then().statusCode(400);
    }

    @Test
    void previewsAPlanWithoutMakingDrafts() {
        TestShop shop = TestShop.create();

        plan(shop, Map.of("from", "2026-10-05", "to", "2026-12-31", "nodes", List.of("DOUBLE_ELEVEN")))
                .statusCode(200)
                .body("basis", equalTo("DEFAULT"))
                .body("cadenceDays", equalTo(60))
                .body("windows.startDay", contains("2026-10-05", "2026-11-09", "2026-12-04"))
                .body("windows.source", contains("CADENCE", "NODE", "CADENCE"))
                .body("windows[1].endDay", equalTo("2026-11-11"))
                .body("windows[1].node", equalTo("DOUBLE_ELEVEN"));
        plan(shop, Map.of("from", "2026-11-06", "to", "2026-12-31", "nodes", List.of("DOUBLE_ELEVEN")))
                .body("windows[0].absorbed.startDay", contains("2026-11-06"))
                .body("windows[0].absorbed.reason", contains("NEAR_NODE"));

        As.marketer().get("/shops/{shop}/campaigns", shop.id()).then().body("items", empty());
    }

    @Test
    void planningAgainChangesOnlyDraftsNobodyHasTouched() {
        TestShop shop = TestShop.create();
        Map<String, Object> range = Map.of("from", day(10), "to", day(200), "nodes", List.of(), "accept", true);

        List<String> created = plan(shop, range)
                .statusCode(200)
                .body("created", hasSize(greaterThan(2)))
                .extract()
                .path("created");
        plan(shop, range).body("created", empty()).body("removed", empty()).body("kept", hasSize(created.size()));
        rename(created.get(0));

        Map<String, Object> moved = new HashMap<>(range);
        moved.put("anchor", day(11));
        plan(shop, moved).body("kept", contains(created.get(0))).body("removed", hasSize(created.size() - 1));

        As.marketer()
                .get("/shops/{shop}/campaigns", shop.id())
                .then()
                .body("items.id", hasItem(created.get(0)))
                .body("items[0].name", equalTo("老客专场"))
                .body("items.startDay", everyItem(org.hamcrest.Matchers.not(equalTo(day(11)))))
                .body("items.status", everyItem(equalTo("DRAFT")));
    }

    @Test
    void twoWhoAcceptAtOnceMakeEveryDraftOnce() throws Exception {
        TestShop shop = TestShop.create();
        Map<String, Object> range = Map.of("from", day(10), "to", day(200), "nodes", List.of(), "accept", true);
        As.token("marketer");

        List<Callable<Integer>> racers =
                Collections.nCopies(4, () -> plan(shop, range).extract().statusCode());
        ExecutorService pool = Executors.newFixedThreadPool(racers.size());
        List<Integer> statuses = new ArrayList<>();
        for (Future<Integer> racer : pool.invokeAll(racers)) {
            statuses.add(racer.get());
        }
        pool.shutdown();

        assertThat(statuses).contains(200).isSubsetOf(200, 409);
        List<String> days = As.marketer()
                .get("/shops/{shop}/campaigns?limit=200", shop.id())
                .path("items.startDay");
        assertThat(days).doesNotHaveDuplicates().hasSizeGreaterThan(2);
    }

    @Test
    void refusesWhatCannotBePlanned() {
        TestShop shop = TestShop.create();

        plan(shop, Map.of("from", "2026-12-01", "to", "2026-11-01"))
                .statusCode(400)
                .body("violations.code", contains("DatesReversed"));
        plan(shop, Map.of("from", "2026-01-01", "to", "2027-01-02")).statusCode(400);
        plan(shop, Map.of("from", "2026-01-01", "to", "2026-12-31")).statusCode(200);
        plan(shop, Map.of("from", "2026-11-01", "to", "2026-12-01", "nodes", List.of("BLACK_FRIDAY")))
                .statusCode(400)
                .body("violations.field", contains("nodes"));
        plan(shop, Map.of("to", "2026-12-01")).statusCode(400);
        plan(shop, Map.of("from", "2026-11-01", "to", "2026-12-01", "until", "x"))
                .statusCode(400);
    }

    @Test
    void onlyMarketersAndAdminsPlan() {
        TestShop shop = TestShop.create();
        Map<String, Object> range = Map.of("from", "2026-11-01", "to", "2026-12-01");

        assertThat(As.staff1()
                        .contentType(ContentType.JSON)
                        .body(range)
                        .post("/shops/{shop}/campaign-plans", shop.id())
                        .statusCode())
                .isEqualTo(403);
        assertThat(As.nobody()
                        .contentType(ContentType.JSON)
                        .body(range)
                        .post("/shops/{shop}/campaign-plans", shop.id())
                        .statusCode())
                .isEqualTo(401);
        assertThat(As.marketer()
                        .contentType(ContentType.JSON)
                        .body(range)
                        .post("/shops/{shop}/campaign-plans", "4711")
                        .statusCode())
                .isEqualTo(404);
    }

    private static String day(int ahead) {
        return TODAY.plusDays(ahead).toString();
    }

    private static void rename(String campaign) {
        As.marketer()
                .contentType(ContentType.JSON)
                .header(
                        "If-Match",
                        As.marketer().get("/campaigns/{id}", campaign).header("ETag"))
                .body(Map.of("name", "老客专场"))
                .patch("/campaigns/{id}", campaign)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse plan(TestShop shop, Map<String, Object> body) {
        return As.marketer()
                .contentType(ContentType.JSON)
                .body(body)
                .post("/shops/{shop}/campaign-plans", shop.id())
                .then();
    }
}
