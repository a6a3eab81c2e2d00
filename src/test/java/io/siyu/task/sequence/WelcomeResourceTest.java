package io.siyu.task.sequence;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.support.As;
import io.siyu.support.Buyers;
import io.siyu.support.Database;
import io.siyu.support.Erasures;
import io.siyu.support.OpenTasks;
import io.siyu.support.ServiceClock;
import io.siyu.support.TestShop;
import io.siyu.support.Waiting;
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
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

/** R15: whoever joins is welcomed. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class WelcomeResourceTest {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Inject
    Buyers buyers;

    @Inject
    Clock clock;

    private TestShop shop;

    @BeforeEach
    void openShop() {
        shop = TestShop.create();
    }

    @AfterEach
    void freeClock() {
        ServiceClock.free();
    }

    @Test
    void r15WhoJoinsIsWelcomedOnceAJoiningByWhoWorksForTheAccount() {
        long follower = onAccount(shop.account1());
        step(follower, "ADDED");
        assertThat(welcomes("OPEN")).singleElement().satisfies(task -> {
            assertThat(((Map<?, ?>) task.get("follower")).get("id")).isEqualTo("" + follower);
            assertThat(((Map<?, ?>) task.get("assignee")).get("id")).isEqualTo(shop.staff1Id());
        });
        // Said again it is no other joining.
        step(follower, "ADDED");
        assertThat(welcomes("OPEN")).hasSize(1);

        step(follower, "LOST");
        assertThat(welcomes("OPEN")).isEmpty();
        step(follower, "ADDED");
        assertThat(welcomes("OPEN")).as("who comes back is welcomed anew").hasSize(1);
        assertThat(welcomes("EXPIRED")).hasSize(1);
    }

    @Test
    void r15AnAddedFriendIsWelcomedWhenTheAddingIsReported() {
        onAccount(shop.account1());
        String adding = tasks("ADD_FRIEND", "OPEN").get(0).get("id").toString();
        OpenTasks.claim(As.staff1(), adding);
        OpenTasks.complete(As.staff1(), adding, Map.of("result", Map.of("outcome", "ADDED")));
        String welcome = welcomes("OPEN").get(0).get("id").toString();
        OpenTasks.claim(As.staff1(), welcome);
        OpenTasks.complete(As.staff1(), welcome, Map.of("result", Map.of()));
        assertThat(welcomes("DONE")).hasSize(1);
    }

    @Test
    void r15AWelcomeIsValidForADay() {
        Instant now = clock.instant();
        long follower = onAccount(shop.account1());
        step(follower, "ADDED");
        ServiceClock.set(now.plus(Duration.ofDays(1)).plusSeconds(600));
        Waiting.until(
                "the welcome has expired", PATIENCE, () -> welcomes("EXPIRED").size() == 1);
        assertThat(welcomes("OPEN")).isEmpty();
    }

    @Test
    void r15AWelcomeGoesWithItsFollowerToAnotherAccountAndSpeaksAsThatOne() {
        welcoming("{{昵称}}您好，我是{{承接号}}。");
        long follower = onAccount(shop.account1());
        step(follower, "ADDED");
        String before = welcomes("OPEN").get(0).get("copy").toString();
        change(follower, Map.of("accountId", shop.account2()));
        assertThat(welcomes("OPEN")).singleElement().satisfies(task -> {
            assertThat(((Map<?, ?>) task.get("assignee")).get("id")).isEqualTo(shop.staff2Id());
            assertThat(task.get("copy").toString()).startsWith("亲您好").isNotEqualTo(before);
        });
    }

    @Test
    void r18NobodyIsCalledByNameInAWelcomeOnceErased() {
        welcoming("{{昵称}}您好，我是{{承接号}}。");
        long follower = onAccount(shop.account1());
        change(follower, Map.of("remark", "小红妈"));
        step(follower, "ADDED");
        assertThat(welcomes("OPEN").get(0).get("copy").toString()).startsWith("小红妈");
        Erasures.run(Long.toString(follower));
        assertThat(welcomes("EXPIRED")).singleElement().satisfies(task -> assertThat(task.get("copy"))
                .isNull());
    }

    @Test
    void r15TheWelcomeHasTheWordsOfItsSequenceAsTheFollowerReadsThemInTheirVersion() {
        String greeting = welcoming("{{昵称}}您好，我是{{承接号}}，用法和保养都可以问我。");
        As.change(As.marketer(), "/scripts/{id}", Map.of("copy", "另一种问候"), greeting);
        step(onAccount(shop.account1()), "ADDED");
        assertThat(welcomes("OPEN")).singleElement().satisfies(task -> {
            assertThat(task.get("copy")).isEqualTo("亲您好，我是小雅，用法和保养都可以问我。");
            assertThat(task.get("scriptVersion")).isEqualTo(1);
        });
    }

    @Test
    void r15AWelcomeThatSellsIsRefusedWithItsSequence() {
        json(As.marketer())
                .body(Map.of(
                        "name",
                        "新粉",
                        "basis",
                        "JOINED",
                        "steps",
                        List.of(Map.of("day", 1, "at", "10:00", "scriptId", script("用得还顺手吗"))),
                        "welcome",
                        Map.of("scriptId", script("新朋友今天下单打八折"))))
                .post("/shops/{shop}/follower-sequences", shop.id())
                .then()
                .statusCode(400)
                .body("violations.code", hasItem(equalTo("WELCOME_SELLS")));
    }

    /** @return the script with which whoever joins is welcomed from now on */
    private String welcoming(String copy) {
        String greeting = script(copy);
        As.make(
                As.marketer(),
                "/shops/{shop}/follower-sequences",
                Map.of(
                        "name",
                        "新粉",
                        "basis",
                        "JOINED",
                        "steps",
                        List.of(Map.of("day", 1, "at", "10:00", "scriptId", script("用得还顺手吗"))),
                        "welcome",
                        Map.of("scriptId", greeting)),
                shop.id());
        return greeting;
    }

    private String script(String copy) {
        return As.make(
                As.marketer(),
                "/shops/{shop}/scripts",
                Map.of("title", "问候", "copy", copy, "kind", "PRIVATE", "line", "PERSONA"),
                shop.id());
    }

    private List<Map<String, Object>> welcomes(String status) {
        return tasks("WELCOME", status);
    }

    private List<Map<String, Object>> tasks(String kind, String status) {
        return As.marketer()
                .get("/tasks?shop={shop}&kind={kind}&status={status}&limit=200", shop.id(), kind, status)
                .then()
                .statusCode(200)
                .extract()
                .path("items");
    }

    private long onAccount(String account) {
        long follower = buyers.add(shop, "b" + System.nanoTime(), buyers.today());
        buyers.changed(shop);
        change(follower, Map.of("accountId", account));
        return follower;
    }

    private static void step(long follower, String status) {
        change(follower, Map.of("status", status));
    }

    private static void change(long follower, Map<String, Object> change) {
        json(As.marketer())
                .header("If-Match", "*")
                .body(change)
                .patch("/followers/" + follower)
                .then()
                .statusCode(200);
    }
}
