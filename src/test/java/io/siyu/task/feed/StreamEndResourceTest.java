package io.siyu.task.feed;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.OpenTasks;
import io.siyu.support.TestShop;
import io.siyu.support.Waiting;
import io.siyu.task.TaskKind;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

/** A stream ends when its listener may hear less than when it began. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class StreamEndResourceTest {
    /** Far more than it takes, and far less than a stream's own life. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newHttpClient();

    @TestHTTPResource("/api/v1/tasks/events")
    URI address;

    @Inject
    OpenTasks tasks;

    private record Heard(List<String> lines, CompletableFuture<Void> end) {}

    @Test
    void whoIsDeactivatedHearsNothingMore() throws Exception {
        TestShop shop = TestShop.create();
        Heard heard = listen("staff1");
        change(shop.staff1Id(), Map.of("active", false));
        await(heard);
        String later = tasks.put(shop, TaskKind.MOMENT, null);
        OpenTasks.claim(As.staff2(), later);
        assertThat(heard.lines().toString()).doesNotContain(later);
    }

    @Test
    void whoIsRemovedHearsNothingMore() throws Exception {
        TestShop shop = TestShop.create();
        Heard heard = listen("staff1");
        As.admin().delete("/staff/{id}", shop.staff1Id()).then().statusCode(204);
        await(heard);
    }

    @Test
    void aLostRoleEndsTheStreamAndAnotherNameDoesNot() throws Exception {
        TestShop shop = TestShop.create();
        String self = shop.hire("allroles", List.of("marketer", "staff"));
        Heard heard = listen("allroles");
        change(self, Map.of("displayName", "另一个名字"));
        change(self, Map.of("roles", List.of("marketer", "staff", "admin")));
        String task = tasks.put(shop, TaskKind.MOMENT, shop.staff1Id());
        OpenTasks.claim(As.staff1(), task);
        Waiting.until(
                "the claim is told", PATIENCE, () -> heard.lines().toString().contains(task));
        assertThat(heard.end()).isNotDone();
        change(self, Map.of("roles", List.of("staff")));
        await(heard);
    }

    private static void change(String staff, Map<String, Object> change) {
        As.change(As.admin(), "/staff/{id}", change, staff);
    }

    private static void await(Heard heard) throws Exception {
        heard.end().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    private HttpRequest.Builder request(String who) {
        return HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + As.token(who))
                .header("Accept", "text/event-stream");
    }

    private Heard listen(String who) throws Exception {
        HttpResponse<Stream<String>> response = http.sendAsync(
                        request(who).build(), HttpResponse.BodyHandlers.ofLines())
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(response.statusCode()).isEqualTo(200);
        List<String> lines = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> end =
                CompletableFuture.runAsync(() -> response.body().forEach(lines::add));
        // The first sign of life says that the stream has begun.
        Waiting.until("the stream begins", PATIENCE, () -> !lines.isEmpty());
        return new Heard(lines, end);
    }
}
