package io.siyu.task.plan;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.campaign.lifecycle.CampaignReady;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.Distributions;
import io.siyu.support.OpenTasks;
import io.siyu.support.ServiceClock;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

@QuarkusTest
@QuarkusTestResource(Database.class)
class TaskPlanningTest {
    /** The default playbook's moments and group posts, on two accounts. */
    private static final int PUBLIC = 24;

    /** With the list for new buyers, on both accounts: the others have nobody on them. */
    private static final int ALL = PUBLIC + 2;

    @Inject
    Event<CampaignReady> ready;

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
    void aReadyCampaignMakesATaskForEachPostAndAccountOnceHoweverOftenItIsReady() {
        followers(6);
        String campaign = new TestCampaign(shop).ready();
        assertThat(tasks("PLANNED")).hasSize(ALL);
        long recipients = count("SELECT COUNT(*) AS n FROM task_recipient WHERE shop_id = ?");
        assertThat(recipients).isPositive();

        CampaignReady again = new CampaignReady(Long.parseLong(shop.id()), Long.parseLong(campaign));
        QuarkusTransaction.requiringNew().run(() -> ready.fire(again));

        assertThat(tasks("PLANNED")).hasSize(ALL);
        assertThat(count("SELECT COUNT(*) AS n FROM task_recipient WHERE shop_id = ?"))
                .isEqualTo(recipients);
        assertThat(count("SELECT COUNT(*) AS n FROM task_event WHERE shop_id = ? AND type = 'CHANGED'"))
                .isZero();
        assertThat(count("SELECT COUNT(*) AS n FROM task_recipient r JOIN task t ON t.shop_id = r.shop_id"
                        + " AND t.id = r.task_id JOIN follower f ON f.shop_id = r.shop_id AND f.id = r.follower_id"
                        + " WHERE r.shop_id = ? AND f.account_id <> t.account_id"))
                .isZero();
    }

    @Test
    void tasksOpenAtTheirTimeAndLapseWithTheirCampaign() {
        List<Long> friends = followers(4);
        String campaign = new TestCampaign(shop).ready();
        Instant dayOne = TestCampaign.startOf(campaign);
        ServiceClock.set(dayOne.plus(Duration.ofHours(7)));
        assertThat(tasks("OPEN")).isEmpty();
        sql.update("UPDATE follower SET status = 'OPTED_OUT' WHERE shop_id = ? AND id = ?", shop.id(), friends.get(0));

        ServiceClock.set(dayOne.plus(Duration.ofHours(8)).plus(Duration.ofMinutes(31)));
        List<Map<String, Object>> open = tasks("OPEN");
        assertThat(open).hasSize(2).allSatisfy(task -> {
            assertThat(task.get("copy").toString()).isNotBlank().doesNotContain("{{");
            assertThat(task.get("account")).isNotNull();
        });
        String id = open.get(0).get("id").toString();
        OpenTasks.claim(As.marketer(), id);
        OpenTasks.complete(As.marketer(), id, Map.of());

        ServiceClock.set(dayOne.plus(Duration.ofDays(1)));
        assertThat(count("SELECT COUNT(*) AS n FROM task_recipient r JOIN task t ON t.shop_id = r.shop_id AND"
                        + " t.id = r.task_id WHERE r.shop_id = ? AND t.status = 'OPEN' AND r.state = 'PENDING'"
                        + " AND r.follower_id = " + friends.get(0)))
                .isZero();
        As.marketer()
                .get("/campaigns/{id}/live", campaign)
                .then()
                .statusCode(200)
                .body("total.tasks", equalTo(ALL))
                .body("total.done", equalTo(1))
                .body("byAccount", hasSize(2))
                .body("byHour[0].tally.tasks", equalTo(2));

        ServiceClock.set(dayOne.plus(Duration.ofDays(3)).plusSeconds(1));
        assertThat(tasks("OPEN")).isEmpty();
        assertThat(tasks("PLANNED")).isEmpty();
        assertThat(tasks("EXPIRED")).hasSize(ALL - 1).allSatisfy(task -> assertThat(task.get("reason"))
                .isIn("活动已结束", "已过有效期"));
        assertThat(count("SELECT COUNT(*) AS n FROM task_recipient WHERE shop_id = ? AND state = 'PENDING'"))
                .isZero();
    }

    @Test
    void anotherTimeOrVersionOfTheScriptChangesWhatIsNotDone() {
        String campaign = new TestCampaign(shop).ready();
        Map<String, Object> post = As.marketer()
                .get("/campaigns/{id}/posts", campaign)
                .path("items.find { it.playbookKey == 'default/day1-offer' }");
        ServiceClock.set(TestCampaign.startOf(campaign));
        changed(campaign, Map.of("kind", "SHIFT", "postId", post.get("id"), "at", "12:31"));
        Instant moved = TestCampaign.startOf(campaign).plus(Duration.ofMinutes(12 * 60 + 31));
        List<Map<String, Object>> ofPost = tasks("PLANNED").stream()
                .filter(task -> post.get("id").equals(task.get("postId")))
                .toList();
        assertThat(ofPost).hasSize(2).allSatisfy(task -> {
            assertThat(Instant.parse(task.get("opensAt").toString())).isEqualTo(moved);
            assertThat(task.get("changeNote")).isEqualTo("时间已更新");
        });

        As.change(As.marketer(), "/scripts/" + post.get("scriptId"), Map.of("copy", "新的话术，{{承接号}}在，{{客服}}"));
        changed(campaign, Map.of("kind", "REWRITE", "postId", post.get("id"), "scriptVersion", 2));
        String other = ofPost.get(1).get("id").toString();
        As.marketer()
                .get("/tasks/{id}", other)
                .then()
                .body("copy", startsWith("新的话术，" + ((Map<?, ?>) ofPost.get(1).get("account")).get("name") + "在，"))
                .body("copy", not(containsString("{{")))
                .body("changedAt", notNullValue());

        // The morning's moment has been out for hours by then.
        ServiceClock.set(TestCampaign.startOf(campaign).plus(Duration.ofMinutes(8 * 60 + 31)));
        ServiceClock.set(moved);
        String done = ofPost.get(0).get("id").toString();
        OpenTasks.claim(As.marketer(), done);
        OpenTasks.complete(As.marketer(), done, Map.of());
        As.change(As.marketer(), "/scripts/" + post.get("scriptId"), Map.of("copy", "第三版"));
        As.json(As.marketer())
                .body(Map.of(
                        "reason",
                        "话术更新",
                        "edits",
                        List.of(Map.of("kind", "REWRITE", "postId", post.get("id"), "scriptVersion", 3))))
                .post("/campaigns/{id}/changes", campaign)
                .then()
                .statusCode(409);
        As.marketer().get("/tasks/{id}", done).then().body("copy", startsWith("新的话术，"));
    }

    /** Proposes a change and approves it. */
    private static void changed(String campaign, Map<String, Object> edit) {
        As.make(As.marketer(), "/campaigns/{id}/changes", Map.of("reason", "库存不够", "edits", List.of(edit)), campaign);
        TestCampaign.approve(As.marketer(), campaign);
        TestCampaign.approve(As.staff1(), campaign);
    }

    @Test
    void aCancelledCampaignHasNothingLeftToDo() {
        String campaign = new TestCampaign(shop).ready();
        TestCampaign.move(As.marketer(), campaign, Map.of("to", "CANCELLED", "reason", "缺货"))
                .statusCode(200);
        assertThat(tasks("PLANNED")).isEmpty();
        As.marketer()
                .get("/tasks?shop={shop}&status=EXPIRED&limit=200", shop.id())
                .then()
                .body("items.findAll { it.subject == null }", hasSize(PUBLIC + 1))
                .body("items.findAll { it.subject == null }.reason", everyItem(equalTo("活动已取消")));
    }

    @Test
    void candidatesGivenToAccountsAreAddedByTheirOwners() {
        LocalDate day = buyers.today();
        for (int i = 0; i < 4; i++) {
            buyers.add(shop, "candidate-" + i, day.minusDays(2));
        }
        buyers.changed(shop);
        Distributions.run(shop.id(), "{}");
        List<Map<String, Object>> mine =
                As.staff1().get("/tasks?shop={shop}&kind=ADD_FRIEND", shop.id()).path("items");
        assertThat(mine)
                .hasSize(2)
                .allSatisfy(task -> assertThat(task.get("follower").toString()).contains("candidate-"));
        String task = mine.get(0).get("id").toString();
        OpenTasks.claim(As.staff1(), task);
        OpenTasks.complete(As.staff1(), task, Map.of("result", Map.of("outcome", "ADDED")));
        String follower = ((Map<?, ?>) mine.get(0).get("follower")).get("id").toString();
        As.staff1().get("/followers/{id}", follower).then().body("status", equalTo("ADDED"));
    }

    private List<Long> followers(int count) {
        LocalDate day = buyers.today();
        List<Long> added = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            added.add(buyers.add(shop, "buyer-" + i, day.minusDays(1)));
        }
        buyers.changed(shop);
        for (int i = 0; i < count; i++) {
            buyers.follow(i % 2 == 0 ? shop.account1() : shop.account2(), added.get(i));
        }
        return added;
    }

    private List<Map<String, Object>> tasks(String status) {
        return As.marketer()
                .get("/tasks?shop={shop}&status={status}&limit=200", shop.id(), status)
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.subject == null }");
    }

    private long count(String query) {
        return sql.first(query, row -> row.longAt("n"), shop.id()).orElseThrow();
    }
}
