package io.siyu.campaign.plan;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jakarta.inject.Inject;

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
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static io.siyu.support.As.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.lessThan;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(Database.class)
class CampaignPlanResourceTest {
    private static final LocalDate TODAY = LocalDate.now(ZoneId.of("Asia/Shanghai"));

    @Inject
    Buyers buyers;

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

    /** What is prepared for a campaign is done three days before it: one that begins sooner could never be ready. */
    @Test
    void r5AWindowThatCanNoLongerBeReadyIsToldAndNotDrafted() {
        TestShop shop = TestShop.create();
        Map<String, Object> range =
                Map.of("from", day(-1), "to", day(8), "anchor", day(-1), "cadenceDays", 3, "nodes", List.of());

        plan(shop, range)
                .statusCode(200)
                .body("windows.startDay", contains(day(-1), day(2), day(5)))
                .body("diff.begun.startDay", contains(day(-1)))
                .body("diff.tooSoon.startDay", contains(day(2)))
                .body("diff.create.startDay", contains(day(5)))
                .body("campaigns", equalTo(2));
        Map<String, Object> accepted = new HashMap<>(range);
        accepted.put("accept", true);
        plan(shop, accepted).body("created", hasSize(1));
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
        plan(shop, moved)
                .body("kept", contains(created.get(0)))
                .body(
                        "moved",
                        containsInAnyOrder(created.subList(1, created.size()).toArray()))
                .body("removed", empty());

        As.marketer()
                .get("/shops/{shop}/campaigns", shop.id())
                .then()
                .body("items.id", hasItem(created.get(0)))
                .body("items[0].name", equalTo("老客专场"))
                .body("items.startDay", everyItem(org.hamcrest.Matchers.not(equalTo(day(11)))))
                .body("items.status", everyItem(equalTo("DRAFT")));
    }

    @Test
    void showsTheDiffBeforeItDoesItAndThenDoesJustThat() {
        TestShop shop = TestShop.create();
        List<String> created = plan(shop, Map.of("from", day(10), "to", day(200), "nodes", List.of(), "accept", true))
                .extract()
                .path("created");
        rename(created.get(1));
        cancel(created.get(2));

        Map<String, Object> again = new HashMap<>(
                Map.of("from", day(10), "to", day(200), "anchor", day(11), "nodes", List.of(), "cadenceDays", 60));
        JsonPath preview = plan(shop, again).statusCode(200).extract().jsonPath();
        assertThat(preview.getList("diff.move.campaignId")).containsExactly(created.get(0), created.get(3));
        assertThat(preview.getList("diff.move.fromDay")).containsExactly(day(10), day(190));
        assertThat(preview.getList("diff.move.startDay")).containsExactly(day(11), day(191));
        // Where the cancelled one was: its days are free again.
        assertThat(preview.getList("diff.create.startDay")).containsExactly(day(131));
        assertThat(preview.getList("diff.remove")).isEmpty();
        assertThat(preview.getList("diff.untouchable.campaignId")).containsExactly(created.get(1), created.get(2));
        assertThat(preview.getList("diff.untouchable.why")).containsExactly("EDITED", "CANCELLED");
        assertThat(preview.getList("diff.untouchable[0].absorbed.startDay")).containsExactly(day(71));
        assertThat(preview.getList("diff.untouchable[0].absorbed.reason")).containsExactly("CAMPAIGN_OVERLAP");
        assertThat(preview.getList("diff.untouchable[1].absorbed")).isEmpty();

        again.put("accept", true);
        again.put("tag", preview.getString("tag"));
        JsonPath done = plan(shop, again).statusCode(200).extract().jsonPath();
        assertThat(done.getList("moved")).containsExactlyInAnyOrder(created.get(0), created.get(3));
        assertThat(done.getList("created")).hasSize(1);
        // The same again, with the tag of what has been done by now.
        plan(shop, again)
                .statusCode(200)
                .body("created", empty())
                .body("moved", empty())
                .body("removed", empty())
                .body("number", equalTo(done.getInt("number")));
        As.marketer()
                .get("/shops/{shop}/campaigns", shop.id())
                .then()
                .body("items.startDay", contains(day(11), day(70), day(130), day(131), day(191)));
    }

    @Test
    void refusesToDoSomethingElseThanWasShown() {
        TestShop shop = TestShop.create();
        Map<String, Object> range = new HashMap<>(Map.of("from", day(10), "to", day(100), "nodes", List.of()));
        String tag = plan(shop, range).extract().path("tag");
        Map<String, Object> hand = Map.of("name", "手排", "startDay", day(70));
        json(As.marketer())
                .body(hand)
                .post("/shops/{shop}/campaigns", shop.id())
                .then()
                .statusCode(201);

        range.put("accept", true);
        range.put("tag", tag);
        plan(shop, range).statusCode(409).body("violations.field", contains("tag"));
        range.remove("tag");
        plan(shop, range).statusCode(200).body("diff.untouchable.why", contains("MADE_BY_HAND"));
    }

    @Test
    void saysHowTheCadenceWasComeByAndWhatOtherValuesWouldGive() {
        TestShop shop = TestShop.create();
        buyers.add(shop, "b1", everyTenDays(31));
        Map<String, Object> range = new HashMap<>(Map.of("from", "2028-01-01", "to", "2028-12-31"));

        plan(shop, range)
                .statusCode(200)
                .body("cadence.basis", equalTo("BUYERS"))
                .body("cadence.cycleDays", equalTo(10))
                .body("cadence.intervals", equalTo(30))
                .body("cadence.confidence", equalTo("MEDIUM"))
                .body("cadence.wantedDays", equalTo(15))
                .body("cadence.step", equalTo(2))
                .body("cadence.reason", equalTo("SMALLEST_STEP"))
                .body("cadenceDays", equalTo(15))
                .body("comparison", nullValue());
        range.put("factor", 3);
        plan(shop, range)
                .body("cadenceDays", equalTo(30))
                .body("campaigns", equalTo(18))
                .body("campaignDays", equalTo(54))
                .body("comparison.own.cadence.days", equalTo(15))
                .body("comparison.gone.source", everyItem(equalTo("CADENCE")))
                .body("comparison.added", empty())
                .body("comparison.own.absorbed.reason", hasItem("NEAR_NODE"))
                .body("comparison.moreCampaigns", lessThan(0));
        range.put("scope", "followers");
        plan(shop, range).body("cadence.scope", equalTo("FOLLOWERS")).body("cadence.basis", equalTo("DEFAULT"));
    }

    @Test
    void recordsByWhichValuesAPlanWasAccepted() {
        TestShop shop = TestShop.create();
        Map<String, Object> range = Map.of(
                "from",
                day(10),
                "to",
                day(100),
                "nodes",
                List.of("QIXI", "NEW_YEAR"),
                "ladder",
                List.of(20, 40),
                "factor",
                1.25,
                "accept",
                true);
        plan(shop, range).statusCode(200).body("accepted", equalTo(true)).body("number", equalTo(1));
        plan(shop, Map.of("from", day(10), "to", day(100), "cadenceDays", 45, "accept", true))
                .body("number", equalTo(2));

        As.marketer()
                .get("/shops/{shop}/campaign-plans", shop.id())
                .then()
                .statusCode(200)
                .body("items.number", contains(2, 1))
                .body("items[0].cadence.reason", equalTo("GIVEN"))
                .body("items[0].cadence.days", equalTo(45))
                .body("items[1].cadence.ladder", contains(20, 40))
                .body("items[1].cadence.factor", equalTo(1.25f))
                .body("items[1].cadence.step", equalTo(2))
                .body("items[1].nodes", contains("NEW_YEAR", "QIXI"))
                .body("items[1].acceptedBy", equalTo("marketer"));
        As.marketer()
                .get("/shops/{shop}/campaign-plans?limit=1", shop.id())
                .then()
                .body("items.number", contains(2))
                .body("next", notNullValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "factor | 0.49",
                "factor | 5.01",
                "ladder | []",
                "ladder | [15, 7]",
                "ladder | [7, 7]",
                "ladder | [367]",
                "cadenceDays | 0",
                "cadenceDays | 367",
                "scope | \"everybody\"",
                "anchor | \"1999-12-31\"",
                "to | \"2029-01-01\"",
                "pace | 3",
            })
    void namesTheFieldThatIsWrong(String field, String value) {
        TestShop shop = TestShop.create();
        Map<String, String> fields = new HashMap<>(Map.of("from", "\"2028-01-01\"", "to", "\"2028-12-31\""));
        fields.put(field, value);
        String body = fields.entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}"));

        json(As.marketer())
                .body(body)
                .post("/shops/{shop}/campaign-plans", shop.id())
                .then()
                .statusCode(400)
                .body("violations[0].field", startsWith(field));
    }

    @Test
    void takesACadenceOrWhatItIsChosenByButNotBoth() {
        plan(TestShop.create(), Map.of("from", day(1), "to", day(90), "cadenceDays", 30, "factor", 2))
                .statusCode(400)
                .body("violations.field", contains("cadenceDays"));
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

        assertThat(json(As.staff1())
                        .body(range)
                        .post("/shops/{shop}/campaign-plans", shop.id())
                        .statusCode())
                .isEqualTo(403);
        assertThat(json(As.nobody())
                        .body(range)
                        .post("/shops/{shop}/campaign-plans", shop.id())
                        .statusCode())
                .isEqualTo(401);
        assertThat(json(As.marketer())
                        .body(range)
                        .post("/shops/{shop}/campaign-plans", "4711")
                        .statusCode())
                .isEqualTo(404);
    }

    private static String day(int ahead) {
        return TODAY.plusDays(ahead).toString();
    }

    private static LocalDate[] everyTenDays(int days) {
        return IntStream.range(0, days)
                .mapToObj(i -> LocalDate.of(2025, 1, 1).plusDays(10L * i))
                .toArray(LocalDate[]::new);
    }

    private static void cancel(String campaign) {
        json(As.marketer())
                .body(Map.of("to", "CANCELLED", "reason", "缺货"))
                .post("/campaigns/{id}/transitions", campaign)
                .then()
                .statusCode(200);
    }

    private static void rename(String campaign) {
        json(As.marketer())
                .header(
                        "If-Match",
                        As.marketer().get("/campaigns/{id}", campaign).header("ETag"))
                .body(Map.of("name", "老客专场"))
                .patch("/campaigns/{id}", campaign)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse plan(TestShop shop, Map<String, Object> body) {
        return json(As.marketer())
                .body(body)
                .post("/shops/{shop}/campaign-plans", shop.id())
                .then();
    }
}
