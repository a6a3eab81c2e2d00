package io.siyu.follower.audience;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.Erasures;
import io.siyu.support.OpenTasks;
import io.siyu.support.ServiceClock;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

/** What becomes of a fixed audience and its lists when the people on them change (R9). */
@QuarkusTest
@QuarkusTestResource(Database.class)
class AudienceRepairResourceTest {
    private static final String STATES = "SELECT r.state AS state FROM task_recipient r JOIN task t"
            + " ON t.shop_id = r.shop_id AND t.id = r.task_id AND t.campaign_id = ?"
            + " WHERE r.shop_id = ? AND r.follower_id = ?";

    @Inject
    Buyers buyers;

    @Inject
    Sql sql;

    private TestShop shop;
    private long first;
    private long second;

    @BeforeEach
    void twoFriendsOfTwoAccounts() {
        shop = TestShop.create();
        first = buyers.add(shop, "first-" + System.nanoTime(), buyers.today().minusDays(1));
        second = buyers.add(shop, "second-" + System.nanoTime(), buyers.today().minusDays(1));
        buyers.changed(shop);
        buyers.follow(shop.account1(), first);
        buyers.follow(shop.account2(), second);
    }

    @AfterEach
    void freeClock() {
        ServiceClock.free();
    }

    @Test
    void r9OfTwoWhoAreOneOneRowAndOneMessageAreLeft() {
        String campaign = new TestCampaign(shop).ready();
        assertThat(states(campaign, first)).containsOnly("PENDING");
        As.json(As.marketer())
                .body(Map.of("keptId", "" + first, "goneId", "" + second, "reason", "同一个人"))
                .post("/shops/{shop}/buyer-merges", shop.id())
                .then()
                .statusCode(201);

        assertThat(states(campaign, first)).hasSize(1).containsOnly("PENDING");
        assertThat(states(campaign, second)).doesNotContain("PENDING");
        As.marketer()
                .get("/campaigns/{id}/audience/members", campaign)
                .then()
                .body("items.findAll { it.followerId == '" + second + "' }.size()", equalTo(0));
    }

    @Test
    void r9WhoIsErasedIsOnNoListAnyMore() {
        String campaign = new TestCampaign(shop).ready();
        Erasures.run("" + first);
        assertThat(states(campaign, first)).doesNotContain("PENDING");
        assertThat(states(campaign, second)).contains("PENDING");
    }

    @Test
    void r9WhoIsLostIsWrittenToNoMore() {
        String campaign = new TestCampaign(shop).ready();
        As.change(As.marketer(), "/followers/{id}", Map.of("status", "LOST"), first);
        assertThat(states(campaign, first)).doesNotContain("PENDING");
        As.marketer()
                .get("/campaigns/{id}/audience/members?state=LEFT_OUT", campaign)
                .then()
                .body("items.find { it.followerId == '" + first + "' }.reason", equalTo("NOT_ADDED"));
    }

    /** Somebody has the list in hand at that moment: who is on it is taken off under his eyes, and he is not stopped. */
    @Test
    void r9WhoOptsOutIsTakenOffAListThatSomebodyHolds() {
        String campaign = new TestCampaign(shop).ready();
        ServiceClock.set(TestCampaign.startOf(campaign).plus(Duration.ofHours(22)));
        List<String> lists = As.staff1()
                .get("/tasks?shop={shop}&status=OPEN&kind=PRIVATE&campaign={campaign}", shop.id(), campaign)
                .path("items.id");
        for (String list : lists) {
            OpenTasks.claim(As.staff1(), list);
        }
        As.change(As.marketer(), "/followers/{id}", Map.of("status", "OPTED_OUT"), first);

        assertThat(states(campaign, first)).doesNotContain("PENDING");
        for (String list : lists) {
            As.staff1().get("/tasks/{id}", list).then().body("status", equalTo("CLAIMED"));
        }
    }

    private List<String> states(String campaign, long follower) {
        return sql.list(STATES, row -> row.textAt("state"), campaign, shop.id(), follower);
    }
}
