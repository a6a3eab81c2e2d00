package io.siyu.task.queue;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Map;

import static io.siyu.support.As.json;
import static io.siyu.support.TestCampaign.startDay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

/** 圈数: which of its day's moments a post is in the plan, and a task on its account. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class MomentNumberResourceTest {
    private TestShop shop;

    @BeforeEach
    void foundShop() {
        shop = TestShop.create();
    }

    @Test
    void aCampaignsMomentsAreNumberedByTimeWithinTheirDay() {
        String campaign = new TestCampaign(shop).draft();
        String noon = addTo(campaign, 1, "MOMENT", "12:00", 1, 1);
        addTo(campaign, 1, "GROUP", "10:00", null, null);
        String morning = addTo(campaign, 1, "MOMENT", "09:00", 1, 2);
        addTo(campaign, 2, "MOMENT", "08:00", 1, 1);
        daily("15:00");

        As.staff1()
                .get("/campaigns/{id}/posts", campaign)
                .then()
                .body("items.momentNo", contains(1, null, 2, 1))
                .body("items.momentCount", contains(2, null, 2, 1));
        json(As.marketer())
                .header("If-Match", "*")
                .body(Map.of("at", "13:00"))
                .patch("/posts/{id}", morning)
                .then()
                .statusCode(200)
                .body("momentNo", equalTo(2));
        As.marketer().delete("/posts/{id}", morning).then().statusCode(204);
        As.staff1().get("/posts/{id}", noon).then().body("momentNo", equalTo(1)).body("momentCount", equalTo(1));
    }

    @Test
    void dailyMomentsAreNumberedTooWhereverAPageBegins() {
        new TestCampaign(shop).filled();
        daily("09:00");
        daily("12:00");

        String next = As.staff1()
                .get("/shops/{shop}/posts?limit=1", shop.id())
                .then()
                .body("items.momentNo", contains(1))
                .extract()
                .path("next");
        As.staff1()
                .get("/shops/{shop}/posts?after={next}", shop.id(), next)
                .then()
                .body("items.momentNo", contains(2))
                .body("items.momentCount", contains(2));
    }

    @Test
    void tasksAreNumberedAmongAllThatIsPlannedForTheirAccountThatDay() {
        new TestCampaign(shop).ready();
        assertThat(momentsOfDayOne()).containsExactly("1/3", "2/3", "3/3");

        json(As.admin())
                .body(Map.of("fromDay", startDay().toString(), "momentsPerDay", 4))
                .post("/shops/{shop}/contact-limits", shop.id())
                .then()
                .statusCode(201);
        String tea = daily("15:30");
        assertThat(momentsOfDayOne()).containsExactly("1/4", "2/4", "3/4", "4/4");
        As.staff1()
                .get("/tasks?shop={shop}&status=PLANNED&limit=200", shop.id())
                .then()
                .body("items.find { it.postId == '" + tea + "' }.momentNo", equalTo(3))
                .body("items.find { it.kind == 'GROUP' }.momentNo", nullValue());

        As.marketer().delete("/posts/{id}", tea).then().statusCode(204);
        assertThat(momentsOfDayOne()).containsExactly("1/3", "2/3", "3/3");
        As.staff1()
                .get("/tasks?shop={shop}&status=EXPIRED", shop.id())
                .then()
                .body("items.momentNo", contains(nullValue()));
    }

    /** On staff1's account, in the order of the queue. */
    private List<String> momentsOfDayOne() {
        List<Map<String, Object>> moments = As.staff1()
                .get("/tasks?shop={shop}&status=PLANNED&mine=true&kind=MOMENT&limit=200", shop.id())
                .then()
                .statusCode(200)
                .extract()
                .path("items");
        String first = moments.get(0).get("opensAt").toString().substring(0, 10);
        return moments.stream()
                .filter(task -> task.get("opensAt").toString().startsWith(first))
                .map(task -> task.get("momentNo") + "/" + task.get("momentCount"))
                .toList();
    }

    private static String addTo(String campaign, int day, String kind, String at, Integer no, Integer count) {
        return json(As.marketer())
                .body(Map.of("day", day, "kind", kind, "at", at))
                .post("/campaigns/{id}/posts", campaign)
                .then()
                .statusCode(201)
                .body("momentNo", equalTo(no))
                .body("momentCount", equalTo(count))
                .extract()
                .path("id");
    }

    /** On the first day of the campaign, outside it. */
    private String daily(String at) {
        return As.make(
                As.marketer(),
                "/shops/{shop}/posts",
                Map.of("date", startDay().toString(), "kind", "MOMENT", "at", at, "line", "PERSONA"),
                shop.id());
    }
}
