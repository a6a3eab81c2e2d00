package io.siyu.identity;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import io.siyu.order.upload.ImportedFile;
import io.siyu.support.As;
import io.siyu.support.PostedOrder;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import static io.siyu.support.As.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
class BuyerMergeResourceTest {
    private static final String PHONE = "13912345678";

    @Inject
    ShopState state;

    private TestShop shop;
    private long shopId;

    @BeforeEach
    void freshShop() {
        shop = TestShop.create();
        shopId = Long.parseLong(shop.id());
    }

    @Test
    void mergesTwoBuyersThatOneOrderProvesToBeOne() {
        PostedOrder.post(shop, PostedOrder.of("P1", null, PHONE, null).on("2026-01-01"));
        PostedOrder.post(shop, PostedOrder.of("A1", "a", null, null).on("2026-01-11"));
        String byPhone = PostedOrder.buyerOf(shop, "P1");
        String onPlatform = PostedOrder.buyerOf(shop, "A1");
        PostedOrder.post(shop, PostedOrder.of("A2", "a", PHONE, null).on("2026-01-21"));

        assertThat(PostedOrder.buyerOf(shop, "P1")).isEqualTo(onPlatform);
        portrait(onPlatform)
                .body("purchaseDays", equalTo(3))
                .body("firstDay", equalTo("2026-01-01"))
                .body("netSpend", equalTo("30.00"))
                .body("phone", equalTo("139****5678"))
                .body("merges.goneId", contains(byPhone))
                .body("merges[0].provedBy", contains("PLATFORM", "PHONE"))
                .body("merges[0].orders", equalTo(1));
        portrait(byPhone).body("id", equalTo(onPlatform));
        As.marketer().get("/shops/{shop}/buyers", shop.id()).then().body("items.id", contains(onPlatform));
        lists().body("sum { it.buyers }", equalTo(1));
        As.marketer()
                .get("/shops/{shop}/buyers.csv", shop.id())
                .then()
                .body(org.hamcrest.Matchers.not(org.hamcrest.Matchers.containsString("\r\n,")));
        merges().body("items.keptId", contains(onPlatform)).body("items[0].madeBy", nullValue());
        assertThat(state.wrongSums(shopId)).isEmpty();
    }

    @Test
    void bringsOrdersOfOneBatchToTheKeptBuyer() {
        PostedOrder.post(
                shop,
                PostedOrder.of("P1", null, PHONE, null),
                PostedOrder.of("E1", null, null, "li@qq.com"),
                PostedOrder.of("B1", null, PHONE, "li@qq.com"),
                PostedOrder.of("A1", "a", PHONE, null),
                PostedOrder.of("E2", null, null, "li@qq.com"));
        List<String> buyers =
                As.marketer().get("/shops/{shop}/orders", shop.id()).jsonPath().getList("items.buyerId");

        assertThat(buyers).hasSize(5).containsOnly(buyers.get(0));
        merges().body("items", hasSize(1)).body("items[0].orders", equalTo(1));
        portrait(buyers.get(0)).body("platformId", equalTo("a")).body("orders", equalTo(5));
    }

    @Test
    void countsWithoutMergingInADryRun() {
        PostedOrder.post(shop, PostedOrder.of("P1", null, PHONE, null), PostedOrder.of("A1", "a", null, null));
        List<String> before = state.of(shopId);
        ImportedFile.rehearsed(shop, ImportedFile.HEADER + "A2,a,2026-01-05,10.00,0,COMPLETED," + PHONE + "\n");

        assertThat(state.of(shopId)).isEqualTo(before);
        merges().body("items", hasSize(0));
    }

    @Test
    void undoesAMergeAndNeverMakesItAgainByItself() {
        PostedOrder.post(
                shop,
                PostedOrder.of("P1", null, PHONE, null),
                PostedOrder.of("A1", "a", null, null).on("2026-02-05"));
        List<String> before = state.of(shopId);
        PostedOrder.post(shop, PostedOrder.of("A2", "a", PHONE, null).as("UNPAID"));
        String merge = merges().extract().path("items[0].id");
        undo(merge).statusCode(200).body("undoneAt", notNullValue()).body("undoneBy", equalTo(shop.marketerStaffId()));

        List<String> after = new ArrayList<>(state.of(shopId));
        after.removeIf(line -> line.startsWith("orders A2 "));
        // The order that proved it stays with the kept buyer, and its words on how to reach that one with it.
        assertThat(withoutContacts(after)).isEqualTo(withoutContacts(before));
        undo(merge).statusCode(409).body("violations.code", contains("AlreadyUndone"));
        PostedOrder.post(shop, PostedOrder.of("A3", "a", PHONE, null));
        merges().body("items", hasSize(1));
        PostedOrder.post(shop, PostedOrder.of("P2", null, PHONE, null));
        assertThat(PostedOrder.buyerOf(shop, "P2")).isEqualTo(PostedOrder.buyerOf(shop, "P1"));
        assertThat(state.wrongSums(shopId)).isEmpty();
    }

    @Test
    void keepsTheStrongerFollowerAndGivesEachItsOwnBack() {
        PostedOrder.post(shop, PostedOrder.of("P1", null, PHONE, null), PostedOrder.of("A1", "a", null, null));
        String byPhone = PostedOrder.buyerOf(shop, "P1");
        String onPlatform = PostedOrder.buyerOf(shop, "A1");
        patch(byPhone, Map.of("accountId", shop.account1(), "remark", "爱喝茶", "tags", List.of("gift", "tea")));
        patch(byPhone, Map.of("status", "INVITED"));
        patch(byPhone, Map.of("status", "ADDED"));
        patch(onPlatform, Map.of("accountId", shop.account2(), "remark", "老客", "tags", List.of("gift", "old")));
        List<String> before = state.of(shopId);
        String merge = make(onPlatform, byPhone).statusCode(201).extract().path("id");

        portrait(onPlatform)
                .body("follower.status", equalTo("ADDED"))
                .body("follower.accountId", equalTo(shop.account1()))
                .body("follower.remark", equalTo("老客\n爱喝茶"))
                .body("tags", contains("gift", "old", "tea"));
        As.marketer().get("/followers/{id}", byPhone).then().statusCode(404);
        lists().body("sum { it.buyers }", equalTo(1)).body("sum { it.added }", equalTo(1));
        // Adding the friend is no work any more.
        As.marketer().get("/tasks?shop=" + shop.id() + "&status=OPEN").then().body("items", hasSize(0));
        undo(merge).statusCode(200);
        assertThat(state.of(shopId)).isEqualTo(before);
    }

    @Test
    void whoWasOnNoListBeforeTheMergeIsOnOneAfterItsUndo() {
        PostedOrder.post(shop, PostedOrder.of("P1", null, PHONE, null).on("2026-01-01"));
        String byPhone = PostedOrder.buyerOf(shop, "P1");
        // The buyer who is kept is as new as the proof, and never changes tiers.
        PostedOrder.post(
                shop,
                PostedOrder.of("A1", "a", null, null).on("2026-01-01"),
                PostedOrder.of("A2", "a", PHONE, null).on("2026-01-01"));
        String onPlatform = PostedOrder.buyerOf(shop, "A1");
        lists().body("sum { it.buyers }", equalTo(1));
        undo(merges().extract().path("items[0].id")).statusCode(200);

        portrait(onPlatform).body("follower.status", equalTo("CANDIDATE"));
        portrait(byPhone).body("follower.status", equalTo("CANDIDATE"));
        lists().body("sum { it.buyers }", equalTo(2));
        assertThat(state.wrongSums(shopId)).isEmpty();
    }

    @Test
    void whoOptedOutAsOneOptedOutAsBoth() {
        PostedOrder.post(shop, PostedOrder.of("P1", null, PHONE, null), PostedOrder.of("A1", "a", null, null));
        String byPhone = PostedOrder.buyerOf(shop, "P1");
        String onPlatform = PostedOrder.buyerOf(shop, "A1");
        patch(onPlatform, Map.of("accountId", shop.account1()));
        patch(byPhone, Map.of("status", "OPTED_OUT"));
        String merge = make(onPlatform, byPhone).statusCode(201).extract().path("id");

        portrait(onPlatform).body("optedOut", equalTo(true)).body("follower.status", equalTo("OPTED_OUT"));
        undo(merge).statusCode(200);
        portrait(onPlatform).body("optedOut", equalTo(false)).body("follower.status", equalTo("CANDIDATE"));
        portrait(byPhone).body("optedOut", equalTo(true)).body("follower.status", equalTo("OPTED_OUT"));
    }

    @Test
    void anOptOutSinceTheMergeHoldsForBothAlsoWhereOneHadOptedOutBefore() {
        PostedOrder.post(shop, PostedOrder.of("P1", null, PHONE, null), PostedOrder.of("A1", "a", null, null));
        String byPhone = PostedOrder.buyerOf(shop, "P1");
        String onPlatform = PostedOrder.buyerOf(shop, "A1");
        optOut(onPlatform);
        String merge = make(onPlatform, byPhone).statusCode(201).extract().path("id");
        optOut(onPlatform);
        undo(merge).statusCode(200);

        portrait(onPlatform).body("optedOut", equalTo(true));
        portrait(byPhone).body("optedOut", equalTo(true));
    }

    /** Whichever of the two comes first: the person has opted out. */
    @RepeatedTest(10)
    void losesNoOptOutToAMergeAtTheSameTime() throws Exception {
        PostedOrder.post(shop, PostedOrder.of("P1", null, PHONE, null), PostedOrder.of("A1", "a", null, null));
        String byPhone = PostedOrder.buyerOf(shop, "P1");
        String onPlatform = PostedOrder.buyerOf(shop, "A1");
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            CyclicBarrier start = new CyclicBarrier(2);
            Future<?> merging = two.submit(() -> {
                start.await();
                return make(onPlatform, byPhone).statusCode(201);
            });
            Future<?> optingOut = two.submit(() -> {
                start.await();
                return optOut(byPhone);
            });
            merging.get();
            optingOut.get();
        } finally {
            two.shutdown();
        }

        portrait(onPlatform).body("optedOut", equalTo(true));
    }

    @Test
    void tellsWhereAMergeIs() {
        PostedOrder.post(shop, PostedOrder.of("P1", null, PHONE, null), PostedOrder.of("A1", "a", null, null));
        String location = make(PostedOrder.buyerOf(shop, "A1"), PostedOrder.buyerOf(shop, "P1"))
                .statusCode(201)
                .extract()
                .header("Location");

        assertThat(location).contains("/api/v1/buyer-merges/").doesNotContain("/api/v1/api/");
    }

    @Test
    void anOrderWhoseSourceCameToSayWhoBoughtIsNobodysToTakeBack() {
        PostedOrder.post(shop, PostedOrder.of("D1", null, null, null), PostedOrder.of("A1", "a", null, null));
        String order = PostedOrder.idOf(shop, "D1");
        bind(order, PostedOrder.buyerOf(shop, "A1")).statusCode(200);
        PostedOrder.post(shop, PostedOrder.of("D1", "a", null, null));

        As.marketer().delete("/orders/{id}/buyer", order).then().statusCode(409);
        assertThat(PostedOrder.buyerOf(shop, "D1")).isEqualTo(PostedOrder.buyerOf(shop, "A1"));
    }

    @Test
    void refusesWhatCannotBeMergedOrUndone() {
        PostedOrder.post(
                shop,
                PostedOrder.of("A1", "a", null, null),
                PostedOrder.of("B1", "b", null, null),
                PostedOrder.of("C1", "c", null, null));
        String a = PostedOrder.buyerOf(shop, "A1");
        String b = PostedOrder.buyerOf(shop, "B1");
        String c = PostedOrder.buyerOf(shop, "C1");
        make(a, a).statusCode(409).body("violations.code", contains("SameBuyer"));
        make(a, "1").statusCode(400).body("violations.field", contains("goneId"));
        String first = make(a, b).statusCode(201).extract().path("id");
        make(c, b).statusCode(409).body("violations.code", contains("Merged"));
        String second = make(c, a).statusCode(201).extract().path("id");

        portrait(b).body("id", equalTo(c)).body("orders", equalTo(3));
        undo(first).statusCode(409).body("violations.code", contains("LaterMerge"));
        undo(second).statusCode(200);
        undo(first).statusCode(200);
        portrait(b).body("id", equalTo(b)).body("platformId", equalTo("b"));
        assertThat(PostedOrder.buyerOf(shop, "B1")).isEqualTo(b);
    }

    @Test
    void ordersThatSomebodyMergedByHandGoByBothPlatformIds() {
        PostedOrder.post(shop, PostedOrder.of("A1", "a", null, null), PostedOrder.of("B1", "b", null, null));
        String a = PostedOrder.buyerOf(shop, "A1");
        make(a, PostedOrder.buyerOf(shop, "B1")).statusCode(201);
        PostedOrder.post(shop, PostedOrder.of("A2", "a", null, null), PostedOrder.of("B2", "b", null, null));

        portrait(a).body("orders", equalTo(4));
    }

    @Test
    void isForAdminsAndMarketersOfTheShop() {
        PostedOrder.post(shop, PostedOrder.of("A1", "a", null, null), PostedOrder.of("B1", "b", null, null));
        String a = PostedOrder.buyerOf(shop, "A1");
        String merge = make(a, PostedOrder.buyerOf(shop, "B1")).extract().path("id");
        for (RequestSpecification who : List.of(As.staff1(), As.integration())) {
            who.get("/shops/{shop}/buyer-merges", shop.id()).then().statusCode(403);
        }
        As.staff1().get("/buyer-merges/{id}", merge).then().statusCode(403);
        As.nobody().get("/buyer-merges/{id}", merge).then().statusCode(401);
        As.marketer().get("/buyer-merges/1").then().statusCode(404);
        As.marketer().get("/buyer-merges/{id}", merge).then().statusCode(200).body("reason", equalTo("same person"));
        json(As.marketer())
                .body(Map.of("keptId", a, "goneId", a))
                .post("/shops/{shop}/buyer-merges", shop.id())
                .then()
                .statusCode(400)
                .body("violations.field", hasItem("reason"));
    }

    @Test
    void givesOrdersToBuyersByHandAndKeepsThemThere() {
        PostedOrder pdd = PostedOrder.of("D1", null, null, null);
        PostedOrder.post(shop, pdd, PostedOrder.of("A1", "a", null, null).on("2026-03-01"));
        String a = PostedOrder.buyerOf(shop, "A1");
        String order = PostedOrder.idOf(shop, "D1");
        bind(order, a).statusCode(200).body("buyerId", equalTo(a));
        portrait(a).body("purchaseDays", equalTo(2)).body("netSpend", equalTo("20.00"));
        PostedOrder.post(shop, pdd);
        PostedOrder.post(shop, pdd.as("REFUNDED"));

        assertThat(PostedOrder.buyerOf(shop, "D1")).isEqualTo(a);
        bind(PostedOrder.idOf(shop, "A1"), a).statusCode(409).body("violations.code", contains("HasBuyer"));
        bind(order, "1").statusCode(400);
        As.staff1().delete("/orders/{id}/buyer", order).then().statusCode(403);
        As.marketer().delete("/orders/{id}/buyer", order).then().statusCode(204);
        As.marketer().delete("/orders/{id}/buyer", order).then().statusCode(204);
        As.marketer()
                .delete("/orders/{id}/buyer", PostedOrder.idOf(shop, "A1"))
                .then()
                .statusCode(409);
        assertThat(PostedOrder.buyerOf(shop, "D1")).isNull();
        portrait(a).body("orders", equalTo(1));
        assertThat(state.wrongSums(shopId)).isEmpty();
    }

    /** Whatever comes in, merging two buyers and undoing it leaves everything as it was. */
    @Test
    void mergingAndUndoingIsAsIfNothingHadBeen() {
        for (int seed = 1; seed <= 3; seed++) {
            freshShop();
            Random random = new Random(seed);
            for (int batch = 0; batch < 3; batch++) {
                int first = batch * 10;
                PostedOrder.post(
                        shop,
                        IntStream.range(first, first + 10)
                                .mapToObj(i -> anyOrder(random, i))
                                .toArray(PostedOrder[]::new));
                assertThat(state.wrongSums(shopId)).as("seed %d", seed).isEmpty();
            }
            List<String> buyers = As.marketer()
                    .get("/shops/{shop}/buyers?limit=200", shop.id())
                    .jsonPath()
                    .getList("items.id");
            List<String> before = state.of(shopId);
            List<String> made = new ArrayList<>();
            while (made.size() < 3 && buyers.size() > 1) {
                String gone = buyers.remove(random.nextInt(buyers.size()));
                String kept = buyers.get(random.nextInt(buyers.size()));
                made.add(make(kept, gone).statusCode(201).extract().path("id"));
                assertThat(state.wrongSums(shopId)).as("seed %d", seed).isEmpty();
            }
            for (int i = made.size() - 1; i >= 0; i--) {
                undo(made.get(i)).statusCode(200);
            }
            assertThat(state.of(shopId)).as("seed %d", seed).isEqualTo(before);
        }
    }

    private static PostedOrder anyOrder(Random random, int number) {
        String platform = random.nextInt(3) == 0 ? null : "b" + random.nextInt(4);
        String phone = random.nextInt(2) == 0 ? null : "1391234567" + random.nextInt(5);
        String email = random.nextInt(3) == 0 ? "m" + random.nextInt(4) + "@qq.com" : null;
        return PostedOrder.of("N" + number, platform, phone, email)
                .on("2026-0" + (1 + random.nextInt(9)) + "-1" + random.nextInt(10))
                .as(random.nextInt(4) == 0 ? "UNPAID" : "COMPLETED");
    }

    private static List<String> withoutContacts(List<String> state) {
        return state.stream()
                .map(line -> line.startsWith("buyer ")
                        ? String.join(" ", List.of(line.split(" ")).subList(0, 11))
                        : line)
                .toList();
    }

    private static ValidatableResponse optOut(String buyer) {
        return json(As.marketer())
                .body(Map.of("reason", "said so"))
                .put("/buyers/{id}/opt-out", buyer)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse portrait(String buyer) {
        return As.marketer().get("/buyers/{id}", buyer).then().statusCode(200);
    }

    private ValidatableResponse lists() {
        return As.marketer().get("/shops/{shop}/follower-lists", shop.id()).then();
    }

    private ValidatableResponse merges() {
        return As.marketer().get("/shops/{shop}/buyer-merges", shop.id()).then().statusCode(200);
    }

    private ValidatableResponse make(String kept, String gone) {
        return json(As.marketer())
                .body(Map.of("keptId", kept, "goneId", gone, "reason", "same person"))
                .post("/shops/{shop}/buyer-merges", shop.id())
                .then();
    }

    private static ValidatableResponse undo(String merge) {
        return json(As.marketer())
                .body(Map.of("reason", "two people"))
                .put("/buyer-merges/{id}/undoing", merge)
                .then();
    }

    private static ValidatableResponse bind(String order, String buyer) {
        return json(As.marketer())
                .body(Map.of("buyerId", buyer))
                .put("/orders/{id}/buyer", order)
                .then();
    }

    private static void patch(String follower, Map<String, Object> body) {
        As.change(As.marketer(), "/followers/{id}", body, follower);
    }
}
