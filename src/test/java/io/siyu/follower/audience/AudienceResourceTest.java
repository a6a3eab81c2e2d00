package io.siyu.follower.audience;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.siyu.campaign.audience.Holdout;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.ServiceClock;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;
import io.siyu.support.Waiting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static io.siyu.support.TestCampaign.move;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

/** Whom a campaign is for, from a preview on to what becomes of them while it runs (R9). */
@QuarkusTest
@QuarkusTestResource(Database.class)
class AudienceResourceTest {
    /** Followers on lists of campaigns who have still to be written to. */
    private static final String PENDING = "SELECT r.follower_id AS id FROM task_recipient r JOIN task t"
            + " ON t.shop_id = r.shop_id AND t.id = r.task_id AND t.campaign_id = ? AND t.account_id = ?"
            + " WHERE r.shop_id = ? AND r.state = 'PENDING' ORDER BY r.follower_id";

    @Inject
    Buyers buyers;

    @Inject
    Sql sql;

    private TestShop shop;

    @BeforeEach
    void foundShop() {
        shop = TestShop.create();
    }

    @AfterEach
    void freeClock() {
        ServiceClock.free();
    }

    @Test
    void r9BeforeReadyItIsALivePreviewAndReadyFixesIt() {
        List<Long> friends = friends(5);
        sql.update("UPDATE buyer SET opted_out = TRUE WHERE shop_id = ? AND id = ?", shop.id(), friends.get(4));
        long candidate = buyers.add(shop, "candidate", buyers.today().minusDays(1));
        buyers.changed(shop);
        String campaign = new TestCampaign(shop).preparing();

        audience(campaign)
                .body("fixedAt", nullValue())
                .body("states.included", equalTo(4))
                .body("states.leftOut", equalTo(2))
                .body("reasons.OPTED_OUT", equalTo(1))
                .body("reasons.NOT_ADDED", equalTo(1))
                .body("accounts.find { it.accountName == '小雅' }.states.included", equalTo(2))
                .body("tiers.find { it.tier == 'NEW' }.states.included", equalTo(4))
                .body("slots.variants.flatten().followers.sum()", equalTo(4));
        members(campaign, "state=LEFT_OUT&limit=1").body("items", hasSize(1)).body("next", notNullValue());
        members(campaign, "state=INCLUDED&variant=ALL").body("items", hasSize(4));

        ready(campaign);
        audience(campaign)
                .body("fixedAt", notNullValue())
                .body("contentRevision", greaterThan(0))
                .body("states.included", equalTo(4))
                .body("states.leftOut", equalTo(2))
                .body("slots.variants.flatten().followers.sum()", equalTo(4));
        members(campaign, "state=LEFT_OUT")
                .body("items.followerId", containsInAnyOrder(friends.get(4).toString(), Long.toString(candidate)))
                .body("items.reason", containsInAnyOrder("OPTED_OUT", "NOT_ADDED"));
        members(campaign, "account=" + shop.account1()).body("items.tier", everyItem(equalTo("NEW")));
        members(campaign, "variant=ALL&state=INCLUDED").body("items.variants.flatten()", hasSize(4));
    }

    /** Cases 3 and 4 of what was seen. */
    @Test
    void r9NoEditOfATierTagOrSegmentChangesAFixedAudience() {
        List<Long> friends = friends(4);
        String campaign = new TestCampaign(shop).ready();
        List<Long> listed = pending(campaign, shop.account1());
        assertThat(listed).isNotEmpty();

        long late = friends(1).get(0);
        sql.update("UPDATE follower SET tier = 'VIP' WHERE shop_id = ? AND id = ?", shop.id(), friends.get(0));
        sql.update("UPDATE buyer SET tier = 'VIP' WHERE shop_id = ? AND id = ?", shop.id(), friends.get(0));
        // Its lists are made anew in another zone.
        As.change(As.admin(), "/shops/{shop}", Map.of("timeZone", "Asia/Tokyo"), shop.id());

        assertThat(pending(campaign, shop.account1())).isEqualTo(listed).doesNotContain(late);
        assertThat(count(
                        "SELECT COUNT(*) AS n FROM task_recipient WHERE shop_id = ? AND follower_id = ?",
                        friends.get(0)))
                .as("one text, that of the tier he was listed by")
                .isEqualTo(1);
    }

    @Test
    void r9WhoIsHeldOutIsDrawnByAStableHashAndGetsNothingElsewhere() {
        List<Long> friends = friends(40);
        String campaign = holdingOut();
        List<Long> heldOut = friends.stream()
                .filter(buyer -> Holdout.isHeldOut(Long.parseLong(campaign), buyer, 20))
                .toList();
        assertThat(heldOut).isNotEmpty();
        audience(campaign)
                .body("states.heldOut", equalTo(heldOut.size()))
                .body("states.included", equalTo(friends.size() - heldOut.size()));
        assertThat(pending(campaign, shop.account1())).doesNotContainAnyElementsOf(heldOut);

        String other = new TestCampaign(shop)
                .startingOn(TestCampaign.startDay().plusDays(4))
                .ready();
        audience(other).body("reasons.HELD_OUT_ELSEWHERE", equalTo(heldOut.size()));
    }

    @Test
    void r9OfTwoThatWantOneFollowerOnOneDayTheHigherPriorityKeepsHim() {
        List<Long> friends = friends(2);
        String lower = new TestCampaign(shop).ready();
        String alike = writingTo(friends, "常客", 0);
        audience(alike).body("reasons.OTHER_CAMPAIGN", equalTo(2)).body("states.included", equalTo(0));
        assertThat(pending(lower, shop.account1())).hasSize(1);

        String higher = writingTo(friends, "老客", 5);
        audience(higher).body("states.included", equalTo(2));
        audience(lower).body("reasons.OTHER_CAMPAIGN", equalTo(2)).body("states.included", equalTo(0));
        assertThat(pending(higher, shop.account1())).hasSize(1);
        assertThat(pending(lower, shop.account1())).isEmpty();
        assertThat(reasons(lower)).contains("名单上的粉丝已转到其他承接号或不再触达");
    }

    /** On the second day, as the default playbook does. */
    private String writingTo(List<Long> followers, String tag, int priority) {
        followers.forEach(follower -> sql.update(
                "INSERT INTO follower_tag (shop_id, follower_id, tag) VALUES (?,?,?)", shop.id(), follower, tag));
        String campaign = new TestCampaign(shop)
                .with("priority", priority)
                .with("mechanic", "DISCOUNT")
                .with("offer", "老客八折")
                .with("audience", Map.of("tiers", List.of("NEW")))
                .draft();
        for (int day = 1; day <= 3; day++) {
            post(campaign, Map.of("day", day, "kind", "GROUP", "at", "15:30"));
        }
        post(campaign, Map.of("day", 2, "kind", "PRIVATE", "at", "17:00", "audience", Map.of("tags", List.of(tag))));
        review(campaign);
        ready(campaign);
        return campaign;
    }

    private static void post(String campaign, Map<String, Object> post) {
        json(As.marketer())
                .body(post)
                .post("/campaigns/{id}/posts", campaign)
                .then()
                .statusCode(201);
    }

    private static void review(String campaign) {
        move(As.marketer(), campaign, "REVIEW").statusCode(200);
        TestCampaign.approve(As.marketer(), campaign);
        TestCampaign.approve(As.staff1(), campaign);
        move(As.marketer(), campaign, "PREPARING").statusCode(200);
    }

    /** Case 16 of what was seen. */
    @Test
    void r9WhoseLimitsAreUsedUpIsLeftOut() {
        List<Long> friends = friends(2);
        for (int i = 1; i <= 3; i++) {
            sql.update(
                    "INSERT INTO contact (shop_id, id, kind, task_id, sent_to, follower_id, staff_id, at, day, recorded_at)"
                            + " VALUES (?, ?, 'PRIVATE', ?, ?, ?, 1, ?, ?, ?)",
                    shop.id(),
                    friends.get(0) + i,
                    i,
                    friends.get(0),
                    friends.get(0),
                    Instant.parse("2026-01-01T00:00:00Z"),
                    TestCampaign.startDay().minusDays(i),
                    Instant.parse("2026-01-01T00:00:00Z"));
        }
        String campaign = new TestCampaign(shop).ready();
        members(campaign, "state=LEFT_OUT")
                .body("items", hasSize(1))
                .body("items[0].reason", equalTo("REACH_LIMIT"))
                .body("items[0].followerId", equalTo(friends.get(0).toString()));
    }

    @Test
    void r9EachFollowerGetsExactlyOneVariantOfASlot() {
        friends(30);
        String campaign = new TestCampaign(shop).filled();
        String script = As.make(
                As.marketer(),
                "/shops/{shop}/scripts",
                Map.of("title", "问候", "copy", "最近用得还顺手吗", "kind", "PRIVATE", "line", "BRAND", "media", List.of()),
                shop.id());
        for (Map<String, Object> post : privatePosts(campaign)) {
            As.marketer().delete("/posts/{id}", post.get("id")).then().statusCode(204);
        }
        variant(campaign, script, "A", 50).statusCode(201).body("slot", equalTo("greeting"));
        move(As.marketer(), campaign, "REVIEW").statusCode(409);
        variant(campaign, script, "B", 50).statusCode(201);
        review(campaign);
        ready(campaign);

        Map<String, Integer> shares = audience(campaign)
                .extract()
                .path("slots.find { it.slot == 'greeting' }.variants.collectEntries { [it.variant, it.followers] }");
        assertThat(shares.get("A") + shares.get("B")).isEqualTo(30);
        assertThat(shares.get("A")).isBetween(5, 25);
        assertThat(count("SELECT COUNT(*) AS n FROM task_recipient WHERE shop_id = ? AND task_id > ?", 0L))
                .isEqualTo(30);
    }

    /** Case 13 of what was seen. */
    @Test
    void r9WhoComesToAnotherAccountAfterReadyIsOnItsListAtOnce() {
        List<Long> friends = friends(2);
        String campaign = new TestCampaign(shop).ready();
        long moved = friends.get(0);
        assertThat(pending(campaign, shop.account1())).containsExactly(moved);

        As.change(As.marketer(), "/followers/{id}", Map.of("accountId", shop.account2()), moved);
        assertThat(pending(campaign, shop.account1())).isEmpty();
        assertThat(pending(campaign, shop.account2())).contains(moved);
        assertThat(reasons(campaign)).containsExactly("名单上的粉丝已转到其他承接号或不再触达");
        members(campaign, "account=" + shop.account2()).body("items", hasSize(2));

        As.change(As.marketer(), "/followers/{id}", Map.of("accountId", shop.account1()), moved);
        assertThat(pending(campaign, shop.account1())).containsExactly(moved);
        assertThat(reasons(campaign)).isEmpty();
    }

    @Test
    void r9WhoOptsOutBeforeItBeginsIsLeftOutOfItAndOfItsLists() {
        List<Long> friends = friends(2);
        String campaign = new TestCampaign(shop).ready();
        As.change(As.marketer(), "/followers/{id}", Map.of("status", "OPTED_OUT"), friends.get(0));
        assertThat(pending(campaign, shop.account1())).isEmpty();
        members(campaign, "state=LEFT_OUT").body("items.reason", contains("OPTED_OUT"));
    }

    @Test
    void r9ARetiredAccountsFollowersAreListedByItsSuccessor() {
        List<Long> friends = friends(2);
        String campaign = new TestCampaign(shop).ready();
        json(As.admin())
                .body(Map.of("successorAccountId", shop.account2(), "reason", "换号"))
                .put("/accounts/{id}/retirement", shop.account1())
                .then()
                .statusCode(200);
        assertThat(pending(campaign, shop.account2())).containsExactlyInAnyOrderElementsOf(friends);
        members(campaign, "account=" + shop.account2()).body("items", hasSize(2));
    }

    /** Case 18 of what was seen. */
    @Test
    void r13AListThatNobodyIsOnIsNoTask() {
        friends(2);
        String campaign = new TestCampaign(shop).ready();
        assertThat(count(
                        "SELECT COUNT(*) AS n FROM task t WHERE t.shop_id = ? AND t.campaign_id = ? AND t.kind = 'PRIVATE'"
                                + " AND NOT EXISTS (SELECT 1 FROM task_recipient r WHERE r.shop_id = t.shop_id"
                                + " AND r.task_id = t.id)",
                        Long.parseLong(campaign)))
                .isZero();
    }

    @Test
    void r9ARefreshShowsTheDifferenceFirstAndTouchesUndoneWorkOnly() {
        friends(2);
        String campaign = new TestCampaign(shop).ready();
        long late = friends(1).get(0);

        refresh(campaign, Map.of("dryRun", true))
                .statusCode(200)
                .body("dryRun", equalTo(true))
                .body("added", equalTo(1))
                .body("left", equalTo(0))
                .body("changes[0].kind", equalTo("ADDED"))
                .body("changes[0].to", equalTo("INCLUDED"));
        audience(campaign).body("states.included", equalTo(2)).body("refreshedAt", nullValue());
        refresh(campaign, Map.of()).statusCode(400);

        refresh(campaign, Map.of("reason", "新加的粉丝也要发")).statusCode(200).body("added", equalTo(1));
        audience(campaign).body("states.included", equalTo(3)).body("refreshedAt", notNullValue());
        assertThat(pending(campaign, shop.account1())).contains(late);
        As.marketer()
                .get("/campaigns/{id}/timeline?limit=200", campaign)
                .then()
                .body("items.find { it.kind == 'AUDIENCE' }.text", equalTo("新加的粉丝也要发"));
        refresh(campaign, Map.of("dryRun", true)).body("changes", hasSize(0));
    }

    @Test
    void r9APostThatIsAddedUnderWayGoesToThoseWhoAreInAndNobodyElse() {
        List<Long> friends = friends(2);
        String campaign = new TestCampaign(shop).ready();
        friends(1);
        ServiceClock.set(TestCampaign.startOf(campaign).plusSeconds(60));
        Waiting.until("it runs", Duration.ofSeconds(30), () -> "RUNNING"
                .equals(As.marketer().get("/campaigns/{id}", campaign).path("status")));
        Map<String, Object> post =
                Map.of("day", 3, "kind", "PRIVATE", "at", "16:00", "audience", Map.of("tiers", List.of("NEW")));
        json(As.marketer())
                .body(Map.of("reason", "最后一天再问一次", "edits", List.of(Map.of("kind", "ADD", "post", post))))
                .post("/campaigns/{id}/changes", campaign)
                .then()
                .statusCode(201);
        TestCampaign.approve(As.marketer(), campaign);
        TestCampaign.approve(As.staff1(), campaign);

        assertThat(sql.list(
                        "SELECT follower_id FROM task_recipient WHERE shop_id = ? AND contact_day = ?",
                        row -> row.longAt("follower_id"),
                        shop.id(),
                        TestCampaign.startDay().plusDays(2)))
                .containsExactlyInAnyOrderElementsOf(friends);
    }

    /** Case 16 of what was seen: the second list of a day got nobody. */
    @Test
    void r11WhereTwoMessagesADayAreAllowedBothListsOfADayHaveEverybody() {
        List<Long> friends = friends(2);
        json(As.admin())
                .body(Map.of("fromDay", buyers.today().plusDays(1).toString(), "privatePerDay", 2))
                .post("/shops/{shop}/contact-limits", shop.id())
                .then()
                .statusCode(201);
        String campaign = new TestCampaign(shop).filled();
        for (String at : List.of("15:00", "18:00")) {
            Map<String, Object> post =
                    Map.of("day", 3, "kind", "PRIVATE", "at", at, "audience", Map.of("tiers", List.of("NEW")));
            As.make(As.marketer(), "/campaigns/{id}/posts", post, campaign);
        }
        move(As.marketer(), campaign, "REVIEW").statusCode(200);
        TestCampaign.approve(As.marketer(), campaign);
        TestCampaign.approve(As.staff1(), campaign);
        move(As.marketer(), campaign, "PREPARING").statusCode(200);
        ready(campaign);
        assertThat(sql.list(
                        "SELECT follower_id FROM task_recipient WHERE shop_id = ? AND contact_day = ?",
                        row -> row.longAt("follower_id"),
                        shop.id(),
                        TestCampaign.startDay().plusDays(2)))
                .hasSize(4)
                .allMatch(friends::contains);
        As.change(As.marketer(), "/followers/{id}", Map.of("accountId", shop.account2()), friends.get(0));
        assertThat(pending(campaign, shop.account2())).contains(friends.get(0), friends.get(0));
    }

    @Test
    void r9OnlyAdminsAndMarketersOfItsShopSeeAndRefreshIt() {
        String campaign = new TestCampaign(shop).draft();
        refresh(campaign, Map.of("reason", "太早")).statusCode(409);
        String elsewhere = As.make(As.admin(), "/shops", Map.of("name", "别家" + shop.id(), "platform", "TAOBAO"));
        String others = As.make(
                As.admin(),
                "/shops/{shop}/campaigns",
                Map.of("name", "别家的", "startDay", TestCampaign.startDay().toString()),
                elsewhere);
        for (String path : List.of("/campaigns/{id}/audience", "/campaigns/{id}/audience/members")) {
            As.staff1().get(path, campaign).then().statusCode(403);
            As.marketer().get(path, others).then().statusCode(404);
            As.nobody().get(path, campaign).then().statusCode(401);
        }
        json(As.staff1())
                .body(Map.of("reason", "不行"))
                .post("/campaigns/{id}/audience-refreshes", campaign)
                .then()
                .statusCode(403);
    }

    private List<Long> friends(int count) {
        List<Long> added = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            added.add(buyers.add(
                    shop,
                    "friend-" + i + "-" + System.nanoTime(),
                    buyers.today().minusDays(1)));
        }
        buyers.changed(shop);
        for (int i = 0; i < count; i++) {
            buyers.follow(i % 2 == 0 ? shop.account1() : shop.account2(), added.get(i));
        }
        countAnew();
        return added;
    }

    /** The followers of tests come to their accounts by themselves. */
    private void countAnew() {
        sql.update("DELETE FROM follower_count WHERE shop_id = ?", shop.id());
        sql.update(
                "INSERT INTO follower_count (shop_id, account_id, tier, status, followers) SELECT shop_id,"
                        + " COALESCE(account_id, 0), tier, status, COUNT(*) FROM follower WHERE shop_id = ?"
                        + " GROUP BY shop_id, account_id, tier, status",
                shop.id());
    }

    private String holdingOut() {
        return new TestCampaign(shop).with("holdoutPercent", 20).ready();
    }

    private void ready(String campaign) {
        TestCampaign.prepareAll(campaign);
        TestCampaign.brief(campaign);
        TestCampaign.brief(campaign);
        move(As.marketer(), campaign, "READY").statusCode(200);
    }

    private static ValidatableResponse audience(String campaign) {
        return As.marketer().get("/campaigns/{id}/audience", campaign).then().statusCode(200);
    }

    private static ValidatableResponse members(String campaign, String query) {
        return As.marketer()
                .get("/campaigns/" + campaign + "/audience/members?" + query)
                .then()
                .statusCode(200);
    }

    private static ValidatableResponse refresh(String campaign, Map<String, Object> body) {
        return json(As.marketer())
                .body(body)
                .post("/campaigns/{id}/audience-refreshes", campaign)
                .then();
    }

    private static List<Map<String, Object>> privatePosts(String campaign) {
        return As.marketer().get("/campaigns/{id}/posts", campaign).path("items.findAll { it.kind == 'PRIVATE' }");
    }

    private static ValidatableResponse variant(String campaign, String script, String key, int share) {
        return json(As.marketer())
                .body(Map.of(
                        "day",
                        1,
                        "kind",
                        "PRIVATE",
                        "at",
                        "10:30",
                        "scriptId",
                        script,
                        "slot",
                        "greeting",
                        "variant",
                        Map.of("key", key, "sharePercent", share)))
                .post("/campaigns/{id}/posts", campaign)
                .then();
    }

    private List<Long> pending(String campaign, String account) {
        return sql.list(PENDING, row -> row.longAt("id"), campaign, account, shop.id());
    }

    private List<String> reasons(String campaign) {
        return sql.list(
                "SELECT DISTINCT reason FROM task WHERE shop_id = ? AND campaign_id = ? AND status = 'EXPIRED'",
                row -> row.textAt("reason"),
                shop.id(),
                campaign);
    }

    private long count(String query, Object param) {
        return sql.first(query, row -> row.longAt("n"), shop.id(), param).orElseThrow();
    }
}
