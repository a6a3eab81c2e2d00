package io.siyu.campaign.post;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.ServiceClock;
import io.siyu.support.TestCampaign;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import static io.siyu.support.As.json;
import static org.assertj.core.api.Assertions.assertThat;

/** R13: what is still to go out goes out at its hour of the shop's day, in whatever zone that is by then. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class PostsOfMovedShopResourceTest {
    private static final Duration TOKYO_IS_AHEAD = Duration.ofHours(1);

    private TestShop shop;

    @BeforeEach
    void foundShop() {
        shop = TestShop.create();
    }

    @AfterEach
    void freeClock() {
        ServiceClock.free();
    }

    /** Case 21 of what was seen: the tasks stayed at the old instants. */
    @Test
    void r13ANewZoneOfTheShopMovesWhatIsStillToGoOut() {
        String campaign = new TestCampaign(shop).ready();
        json(As.marketer())
                .body(Map.of(
                        "date",
                        TestCampaign.startDay().minusDays(9).toString(),
                        "kind",
                        "MOMENT",
                        "at",
                        "09:00",
                        "line",
                        "PERSONA"))
                .post("/shops/{shop}/posts", shop.id())
                .then()
                .statusCode(201);
        Instant start = TestCampaign.startOf(campaign);
        Instant end = TestCampaign.endOf(campaign);
        Map<String, Instant> before = opening();
        assertThat(before).hasSize(27);

        moveToTokyo();

        assertThat(TestCampaign.startOf(campaign)).isEqualTo(start.minus(TOKYO_IS_AHEAD));
        assertThat(TestCampaign.endOf(campaign)).isEqualTo(end.minus(TOKYO_IS_AHEAD));
        before.replaceAll((task, opens) -> opens.minus(TOKYO_IS_AHEAD));
        assertThat(opening()).isEqualTo(before);
    }

    @Test
    void r13WhatHasGoneOutStaysAsItWas() {
        String campaign = new TestCampaign(shop).ready();
        Instant start = TestCampaign.startOf(campaign);
        ServiceClock.set(start.plus(Duration.ofHours(8)).plus(Duration.ofMinutes(31)));
        List<String> open =
                tasks("OPEN").stream().map(task -> task.get("id").toString()).toList();
        assertThat(open).hasSize(2);

        moveToTokyo();

        assertThat(TestCampaign.startOf(campaign)).isEqualTo(start);
        assertThat(open).allSatisfy(task -> assertThat(
                        Instant.parse(As.marketer().get("/tasks/{id}", task).path("opensAt")))
                .isEqualTo(start.plus(Duration.ofMinutes(8 * 60 + 30))));
    }

    private void moveToTokyo() {
        As.change(As.admin(), "/shops/{shop}", Map.of("timeZone", "Asia/Tokyo"), shop.id());
    }

    private Map<String, Instant> opening() {
        Map<String, Instant> opening = new TreeMap<>();
        tasks("PLANNED")
                .forEach(task -> opening.put(
                        task.get("id").toString(),
                        Instant.parse(task.get("opensAt").toString())));
        return opening;
    }

    private List<Map<String, Object>> tasks(String status) {
        return As.marketer()
                .get("/tasks?shop={shop}&status={status}&limit=200", shop.id(), status)
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.subject == null }");
    }
}
