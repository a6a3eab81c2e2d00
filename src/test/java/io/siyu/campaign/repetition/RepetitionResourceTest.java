package io.siyu.campaign.repetition;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import static io.siyu.support.As.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.hasSize;

@QuarkusTest
@QuarkusTestResource(Database.class)
class RepetitionResourceTest {
    @Inject
    Sql sql;

    private TestShop shop;
    private String campaign;

    @BeforeEach
    void draft() {
        shop = TestShop.create();
        campaign = new TestCampaign(shop).filled();
    }

    /** As the clock and the retrospective leave it. */
    private void end() {
        sql.update(
                "UPDATE campaign SET status = 'ENDED', lessons = '早两天备货\\n私聊晚上发', clock_at = NULL WHERE id = ?",
                campaign);
    }

    @Test
    void r17RepeatMakesTheNextDraftWithPostsLessonsAndLineage() {
        As.change(
                As.marketer(),
                "/campaigns/{id}",
                Map.of("holdoutPercent", 10, "salesTarget", "88.00", "priority", 3),
                campaign);
        List<Map<String, Object>> before = posts(campaign);
        String revised = (String) before.get(0).get("scriptId");
        As.change(As.marketer(), "/scripts/{id}", Map.of("copy", "换个说法，早上好"), revised);
        end();

        JsonPath made = json(As.marketer())
                .body(Map.of())
                .post("/campaigns/{id}/repetitions", campaign)
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();

        String draft = made.getString("id");
        JsonPath next = As.seen(As.marketer(), "/campaigns/{id}", draft);
        JsonPath former = As.seen(As.marketer(), "/campaigns/{id}", campaign);
        assertThat(next.getString("status")).isEqualTo("DRAFT");
        assertThat(next.getString("repeats")).isEqualTo(campaign);
        assertThat(next.getString("carriedLessons")).isEqualTo("早两天备货\n私聊晚上发");
        assertThat(next.<Object>get("lessons")).isNull();
        assertThat(made.getList("lessons")).containsExactly("早两天备货", "私聊晚上发");
        for (String term :
                List.of("name", "days", "mechanic", "offer", "audience", "holdoutPercent", "salesTarget", "priority")) {
            assertThat(next.<Object>get(term)).as(term).isEqualTo(former.get(term));
        }
        // No orders were made: the default of thirty days, so a cadence of sixty on the usual ladder.
        assertThat(made.getInt("cadenceDays")).isEqualTo(60);
        LocalDate proposed = LocalDate.parse(former.getString("startDay")).plusDays(60);
        assertThat(made.getString("proposedStartDay")).isEqualTo(proposed.toString());
        assertThat(next.getString("startDay")).isEqualTo(proposed.toString());

        List<Map<String, Object>> after = posts(draft);
        assertThat(after).hasSameSizeAs(before);
        for (int i = 0; i < after.size(); i++) {
            Map<String, Object> was = before.get(i);
            Map<String, Object> is = after.get(i);
            for (String term : List.of("day", "kind", "at", "scriptId", "audience")) {
                assertThat(is.get(term)).as(term).isEqualTo(was.get(term));
            }
            int version = (int) was.get("scriptVersion") + (was.get("scriptId").equals(revised) ? 1 : 0);
            assertThat(is.get("scriptVersion")).isEqualTo(version);
            assertThat(is.get("newerScriptVersion")).isNull();
        }
        assertThat(made.getList("posts.findAll { it.newer }.scriptId", String.class))
                .isNotEmpty()
                .containsOnly(revised);

        As.marketer()
                .get("/campaigns/{id}/repetitions", campaign)
                .then()
                .statusCode(200)
                .body("id", contains(draft));
        assertThat(As.seen(As.marketer(), "/campaigns/{id}/timeline", campaign)
                        .getList("items.findAll { it.kind == 'REPETITION' }.subject"))
                .containsExactly(draft);
        assertThat(As.seen(As.marketer(), "/campaigns/{id}/timeline", draft)
                        .getList("items.findAll { it.kind == 'REPETITION' }.subject"))
                .containsExactly(campaign);
    }

    @Test
    void r17RepeatSentAgainMakesOneDraft() {
        end();
        String key = UUID.randomUUID().toString();
        Map<String, String> wanted = Map.of(
                "name", "下一场", "startDay", TestCampaign.startDay().plusDays(90).toString());
        String first = repeat(key, wanted);
        assertThat(repeat(key, wanted)).isEqualTo(first);
        As.marketer().get("/campaigns/{id}/repetitions", campaign).then().body("name", contains("下一场"));
    }

    private String repeat(String key, Map<String, String> wanted) {
        return json(As.marketer())
                .header("Idempotency-Key", key)
                .body(wanted)
                .post("/campaigns/{id}/repetitions", campaign)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    @Test
    void r17OnlyWhatHasEndedIsRepeatedByThoseWhoPlan() {
        String path = "/campaigns/" + campaign + "/repetitions";
        json(As.marketer()).body(Map.of()).post(path).then().statusCode(409);
        end();
        json(As.marketer())
                .body(Map.of("startDay", "2020-01-01"))
                .post(path)
                .then()
                .statusCode(400);
        json(As.marketer()).body(Map.of("name", " ")).post(path).then().statusCode(400);
        json(As.staff1()).body(Map.of()).post(path).then().statusCode(403);
        json(As.nobody()).body(Map.of()).post(path).then().statusCode(401);
        json(As.marketer())
                .body(Map.of())
                .post("/campaigns/4711/repetitions")
                .then()
                .statusCode(404);
        As.staff1().get(path).then().statusCode(403);
        As.marketer().get(path).then().statusCode(200).body("$", hasSize(0));
    }

    private static List<Map<String, Object>> posts(String campaign) {
        return As.seen(As.marketer(), "/campaigns/{id}/posts", campaign).getList("items");
    }
}
