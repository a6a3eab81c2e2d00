package io.siyu.team;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.OpenTasks;
import io.siyu.support.ServiceClock;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;
import io.siyu.support.Waiting;
import io.siyu.task.TaskKind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

@QuarkusTest
@QuarkusTestResource(Database.class)
class TeamResourceTest {
    @Inject
    OpenTasks tasks;

    @Inject
    Buyers buyers;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

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
    void r14OverdueWorkIsToldToTheMarketerByPersonAndAccountAndToStaffTheirOwn() {
        Instant early = clock.instant().minus(Duration.ofHours(5));
        tasks.put(shop, TaskKind.MOMENT, shop.staff1Id(), early);
        tasks.put(shop, TaskKind.GROUP, shop.staff1Id(), early);
        tasks.put(shop, TaskKind.MOMENT, shop.staff2Id());
        tasks.put(shop, TaskKind.MOMENT, null, early.plusSeconds(60));
        tasks.put(shop, TaskKind.MOMENT, null);

        As.marketer()
                .get("/shops/{shop}/today", shop.id())
                .then()
                .statusCode(200)
                .body("overdue.staffId", contains(shop.staff1Id(), null))
                .body("overdue.tasks", contains(2, 1))
                .body("overdue[0].account", equalTo("小雅"))
                .body("pool.tasks", equalTo(2))
                .body("pool.overdue", equalTo(1));
        As.staff2()
                .get("/shops/{shop}/today", shop.id())
                .then()
                .statusCode(200)
                .body("overdue", empty())
                .body("pool.tasks", equalTo(2))
                .body("campaigns", empty());
        As.staff1().get("/shops/{shop}/today", shop.id()).then().body("overdue.tasks", contains(2));
    }

    @Test
    void r14CampaignsNearTheirLineAreToldWithWhatKeepsThem() {
        String campaign = new TestCampaign(shop).filled();
        As.marketer().get("/shops/{shop}/today", shop.id()).then().body("campaigns", empty());
        TestCampaign.move(As.marketer(), campaign, "REVIEW").statusCode(200);
        ServiceClock.set(TestCampaign.startOf(campaign).minus(Duration.ofDays(5)));
        As.marketer()
                .get("/shops/{shop}/today", shop.id())
                .then()
                .body("campaigns.id", contains(campaign))
                .body(
                        "campaigns[0].readyBy",
                        equalTo(TestCampaign.startDay().minusDays(3).toString()))
                .body("campaigns[0].unmet[0].message", notNullValue());
    }

    @Test
    void r14FeedbackPastItsTimeIsToldToWhoAnswersForIt() {
        String feedback =
                As.make(As.staff1(), "/shops/{shop}/feedback", Map.of("kind", "OBJECTION", "text", "嫌贵"), shop.id());
        As.marketer().get("/shops/{shop}/today", shop.id()).then().body("feedback", empty());
        sql.update(
                "UPDATE feedback SET due_at = '2026-01-01' WHERE shop_id = ? AND id = ?",
                Long.valueOf(shop.id()),
                Long.valueOf(feedback));
        As.marketer().get("/shops/{shop}/today", shop.id()).then().body("feedback.id", contains(feedback));
        As.staff1().get("/shops/{shop}/today", shop.id()).then().body("feedback", empty());
    }

    /** Case 8 of what was seen: recipients count, not tasks. */
    @Test
    void r13MissedWorkStandsInTheLedgerWithItsReasonAndItsRecipients() {
        for (int i = 0; i < 3; i++) {
            long buyer = buyers.add(shop, "b" + i, buyers.today().minusDays(1));
            buyers.changed(shop);
            buyers.follow(shop.account1(), buyer);
        }
        String campaign = new TestCampaign(shop).ready();
        String skipped = tasks.put(shop, TaskKind.MOMENT, shop.staff1Id());
        OpenTasks.claim(As.staff1(), skipped);
        json(As.staff1())
                .body(Map.of("reason", "缺货"))
                .put("/tasks/{id}/skip", skipped)
                .then()
                .statusCode(200);
        As.marketer()
                .get("/shops/{shop}/missed-work", shop.id())
                .then()
                .statusCode(200)
                .body("items.taskId", contains(skipped))
                .body("items[0].reason", equalTo("缺货"))
                .body("items[0].recipients", nullValue());

        ServiceClock.set(TestCampaign.endOf(campaign).plusSeconds(1));
        Waiting.until("it ends", Duration.ofSeconds(20), () -> "ENDED"
                .equals(As.marketer().get("/campaigns/{id}", campaign).path("status")));
        String from = TestCampaign.startDay().toString();
        String to = TestCampaign.startDay().plusDays(3).toString();
        List<Map<String, Object>> missed = As.marketer()
                .get("/shops/{shop}/missed-work?from={from}&to={to}&limit=200", shop.id(), from, to)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        assertThat(missed).hasSize(25).allSatisfy(task -> assertThat(task.get("reason"))
                .isEqualTo("活动已结束"));
        assertThat(missed.stream()
                        .filter(task -> task.get("recipients") != null)
                        .mapToInt(task -> (int) ((Map<?, ?>) task.get("recipients")).get("missed"))
                        .sum())
                .isEqualTo(sql.list(
                                "SELECT COUNT(*) AS n FROM task_recipient WHERE shop_id = ? AND state = 'MISSED'",
                                row -> row.intAt("n"),
                                Long.valueOf(shop.id()))
                        .get(0))
                .isPositive();
        String next = As.marketer()
                .get("/shops/{shop}/missed-work?from={from}&to={to}&limit=20", shop.id(), from, to)
                .path("next");
        As.marketer()
                .get("/shops/{shop}/missed-work?from={from}&to={to}&limit=20&after={n}", shop.id(), from, to, next)
                .then()
                .body("items", hasSize(5))
                .body("next", nullValue());
        As.marketer()
                .get("/shops/{shop}/missed-work?from={to}&to={from}", shop.id(), to, from)
                .then()
                .statusCode(400);
    }
}
