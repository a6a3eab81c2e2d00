package io.siyu.contract;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.OpenTasks;
import io.siyu.support.StatementLog;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;
import io.siyu.task.TaskKind;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;

/** What a request names is read once: to find its shop, to judge the caller there, and to change it. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class ReadOnceResourceTest {
    @Inject
    OpenTasks tasks;

    @Inject
    Sql sql;

    private TestShop shop;
    private StatementLog log;

    @BeforeEach
    void foundShop() {
        shop = TestShop.create();
        log = new StatementLog(sql);
    }

    @Test
    void aClaimReadsItsTaskOnceAndThenTheAnswer() {
        String task = tasks.put(shop, TaskKind.MOMENT, shop.staff1Id());

        List<String> statements = log.naming(
                task, () -> As.staff1().put("/tasks/{id}/claim", task).then().statusCode(200));

        List<String> reads = StatementLog.reads("task", statements);
        assertThat(reads).hasSize(2);
        assertThat(reads.get(0)).endsWith("FOR UPDATE");
        assertThat(reads.get(1)).contains("AS holder_name");
    }

    @Test
    void aListOfTasksNumbersAllItsMomentsAtOnce() {
        for (int i = 0; i < 3; i++) {
            tasks.put(shop, TaskKind.MOMENT, shop.staff1Id());
        }

        List<String> statements = log.naming(shop.id(), () -> As.staff1()
                .get("/tasks?shop={shop}", shop.id())
                .then()
                .body("items.momentNo", contains(1, 2, 3)));

        assertThat(statements)
                .filteredOn(read -> read.contains("kind = 'MOMENT'"))
                .hasSize(1);
    }

    @Test
    void aTransitionReadsItsCampaignOnce() {
        String campaign = new TestCampaign(shop).filled();

        assertReadOnce("campaign", campaign, () -> TestCampaign.move(As.marketer(), campaign, "REVIEW")
                .statusCode(200));
    }

    @Test
    void anEditOfAPostReadsItOnce() {
        String campaign = new TestCampaign(shop).filled();
        String post = As.marketer().get("/campaigns/{id}/posts", campaign).path("items[0].id");
        String etag = As.marketer().get("/posts/{id}", post).header("ETag");
        Runnable edit = () -> json(As.marketer())
                .header("If-Match", etag)
                .body(Map.of("visibleTo", "老客"))
                .patch("/posts/{id}", post)
                .then()
                .statusCode(200);

        assertReadOnce("campaign_post", post, edit);
    }

    @Test
    void aTriageReadsItsFeedbackOnce() {
        String feedback = json(As.staff1())
                .body(Map.of("kind", "OBJECTION", "text", "嫌贵"))
                .post("/shops/{shop}/feedback", shop.id())
                .path("id");

        assertReadOnce("feedback", feedback, () -> json(As.marketer())
                .body(Map.of())
                .put("/feedback/{id}/triage", feedback)
                .then()
                .statusCode(200));
    }

    private void assertReadOnce(String table, String id, Runnable work) {
        List<String> statements = log.naming(id, work);

        assertThat(statements).anyMatch(statement -> statement.matches("(?is)update " + table + "\\b.*"));
        // A lock reads no more than which version it locks.
        assertThat(StatementLog.reads(table, statements))
                .filteredOn(statement -> !statement.matches("(?is)select version from .* for update"))
                .hasSize(1);
    }
}
