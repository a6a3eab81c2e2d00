package io.siyu.follower.audience;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.follower.list.FollowerRanges;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

import static io.siyu.support.As.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** A shop with more followers than one statement takes. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class ManyFollowersResourceTest {
    private static final int MANY = FollowerRanges.SIZE + 100;

    @Inject
    Sql sql;

    private TestShop shop;

    @BeforeEach
    void foundShop() {
        shop = TestShop.create();
        befriendMany();
    }

    @Test
    void r9TheAudienceOfManyAddsUpBeforeAndAfterReady() {
        String campaign = new TestCampaign(shop).preparing();
        requireAll(campaign);
        TestCampaign.prepareAll(campaign);
        TestCampaign.brief(campaign);
        TestCampaign.brief(campaign);
        TestCampaign.move(As.marketer(), campaign, "READY").statusCode(200);
        requireAll(campaign);
    }

    @Test
    void r11AVariableIsMissedByAllOfMany() {
        String script = As.make(
                As.marketer(), "/shops/{shop}/scripts", Map.of("title", "回访", "copy", "上次的{{上次购买}}用完了吗"), shop.id());
        String campaign = new TestCampaign(shop)
                .with("audience", Map.of("tiers", List.of("NEW")))
                .draft();
        As.make(
                As.marketer(),
                "/campaigns/{id}/posts",
                Map.of("day", 1, "kind", "PRIVATE", "at", "19:00", "scriptId", script),
                campaign);

        String said = As.marketer()
                .post("/campaigns/{id}/checks", campaign)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThat(said).contains(MANY + " of its recipients");
    }

    private void requireAll(String campaign) {
        json(As.marketer())
                .get("/campaigns/{id}/audience", campaign)
                .then()
                .statusCode(200)
                .body("states.included", equalTo(MANY))
                .body("accounts.find { it.accountId == '" + shop.account2() + "' }.states.included", equalTo(MANY / 2));
    }

    private void befriendMany() {
        LocalDate lately = LocalDate.now().minusDays(2);
        LocalDateTime then = LocalDateTime.of(2026, 1, 1, 0, 0);
        List<Long> ids = LongStream.generate(Id::nextValue).limit(MANY).boxed().toList();
        sql.batch(
                "INSERT INTO buyer (shop_id, id, platform_id, orders, purchase_days, first_day, last_day, first_order_day,"
                        + " tier, created_at, updated_at) VALUES (?,?,?,1,1,?,?,?,'NEW',?,?)",
                ids.stream()
                        .map(id -> new Object[] {shop.id(), id, "many " + id, lately, lately, lately, then, then})
                        .toList());
        sql.batch(
                "INSERT INTO follower (shop_id, id, version, buyer_id, account_id, status, tier, created_at, updated_at)"
                        + " VALUES (?,?,0,?,?,'ADDED','NEW',?,?)",
                ids.stream()
                        .map(id -> new Object[] {
                            shop.id(), id, id, ids.indexOf(id) % 2 == 0 ? shop.account1() : shop.account2(), then, then
                        })
                        .toList());
    }
}
