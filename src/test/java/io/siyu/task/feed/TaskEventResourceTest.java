package io.siyu.task.feed;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.platform.ids.Id;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.OpenTasks;
import io.siyu.support.TestShop;
import io.siyu.task.TaskConfig;
import io.siyu.task.TaskEventType;
import io.siyu.task.TaskKind;
import io.siyu.task.TaskStatus;
import org.junit.jupiter.api.Test;

import javax.sql.DataSource;
import jakarta.inject.Inject;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(Database.class)
class TaskEventResourceTest {
    private final HttpClient http = HttpClient.newHttpClient();

    @TestHTTPResource("/api/v1/tasks/events")
    URI address;

    @Inject
    OpenTasks tasks;

    @Inject
    Clock clock;

    @Inject
    TaskConfig config;

    @Inject
    DataSource database;

    @Test
    void whoListensIsToldWhatChangesInTheOwnQueueOnly() throws Exception {
        TestShop shop = TestShop.create();
        String mine = tasks.put(shop, TaskKind.MOMENT, shop.staff1Id());
        String others = tasks.put(shop, TaskKind.MOMENT, shop.staff2Id());
        BlockingQueue<String> lines = listen("staff1", null);

        claim("staff2", others);
        claim("staff1", mine);

        List<List<String>> heard = untilNamed(lines, mine);
        assertThat(heard.get(heard.size() - 1))
                .contains("event:task")
                .anyMatch(line -> line.contains(mine) && line.contains("\"CLAIMED\""));
        assertThat(heard.toString()).doesNotContain(others);
    }

    @Test
    void whoComesBackIsToldWhatHappenedMeanwhile() throws Exception {
        TestShop shop = TestShop.create();
        String first = tasks.put(shop, TaskKind.MOMENT, shop.staff1Id());
        String second = tasks.put(shop, TaskKind.MOMENT, shop.staff1Id());
        BlockingQueue<String> lines = listen("staff1", null);
        claim("staff1", first);
        List<List<String>> heard = untilNamed(lines, first);
        String id = heard.get(heard.size() - 1).stream()
                .filter(line -> line.startsWith("id:"))
                .findFirst()
                .orElseThrow()
                .substring(3)
                .strip();
        claim("staff1", second);

        BlockingQueue<String> again = listen("staff1", id);
        assertThat(untilNamed(again, second)).isNotEmpty();
        assertThat(nextEvent(listen("staff1", "1000"))).contains("event:reset");
    }

    @Test
    void whoMissedVeryMuchIsToldToReadTheQueueAgain() throws Exception {
        TestShop shop = TestShop.create();
        String lastSeen = String.valueOf(Id.nextValue());
        putEvents(Long.parseLong(shop.id()), config.feed().mostMissed() + 1);

        BlockingQueue<String> lines = listen("staff1", lastSeen);
        assertThat(nextEvent(lines)).contains("event:reset").noneMatch(line -> line.startsWith("id:"));

        String task = tasks.put(shop, TaskKind.MOMENT, shop.staff1Id());
        claim("staff1", task);
        assertThat(untilNamed(lines, task)).as("what comes then").isNotEmpty();
    }

    /** Nobody's tasks, for the same time: only their ids rise. */
    private void putEvents(long shop, int events) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement put = connection.prepareStatement(
                        "INSERT INTO task_event (shop_id, id, task_id, type, to_status, at) VALUES (?, ?, 1, ?, ?, ?)")) {
            for (int i = 0; i < events; i++) {
                put.setLong(1, shop);
                put.setLong(2, Id.nextValue());
                put.setString(3, TaskEventType.CLAIMED.name());
                put.setString(4, TaskStatus.CLAIMED.name());
                put.setObject(5, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
                put.addBatch();
            }
            put.executeBatch();
        }
    }

    @Test
    void nobodyAndTheWrongRoleHearNothing() {
        As.nobody().get("/tasks/events").then().statusCode(401);
        As.integration().get("/tasks/events").then().statusCode(403);
    }

    /** Of both shops in the login, but not of this one. */
    @Test
    void nothingIsToldOfAShopWhereTheRoleIsMissing() throws Exception {
        TestShop asIntegration = TestShop.create();
        TestShop asStaff = TestShop.create();
        asIntegration.hire("allroles", List.of("integration"));
        String self = asStaff.hire("allroles", List.of("staff"));
        String hidden = tasks.put(asIntegration, TaskKind.MOMENT, null);
        String mine = tasks.put(asStaff, TaskKind.MOMENT, self);
        String others = tasks.put(asStaff, TaskKind.MOMENT, asStaff.staff1Id());
        BlockingQueue<String> lines = listen("allroles", null);

        claim("staff1", hidden);
        claim("staff1", others);
        claim("allroles", mine);

        assertThat(untilNamed(lines, mine).toString()).doesNotContain(hidden).doesNotContain(others);
    }

    private static void claim(String who, String task) {
        OpenTasks.claim(As.user(who), task);
    }

    private BlockingQueue<String> listen(String who, String lastEventId) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .header("Authorization", "Bearer " + As.token(who))
                .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        HttpResponse<Stream<String>> response = http.sendAsync(request.build(), HttpResponse.BodyHandlers.ofLines())
                .get(20, TimeUnit.SECONDS);
        assertThat(response.statusCode()).isEqualTo(200);
        CompletableFuture.runAsync(() -> response.body().forEach(lines::add)).exceptionally(e -> {
            assertThat(e).hasRootCauseInstanceOf(IOException.class);
            return null;
        });
        return lines;
    }

    private static List<String> nextEvent(BlockingQueue<String> lines) throws InterruptedException {
        List<String> event = new ArrayList<>();
        while (true) {
            String line = lines.poll(20, TimeUnit.SECONDS);
            assertThat(line).as("the stream goes on after %s", event).isNotNull();
            boolean isHeartbeat = event.isEmpty() && (line.startsWith(":") || line.isEmpty());
            if (line.isEmpty() && !event.isEmpty()) {
                return event;
            }
            if (!isHeartbeat) {
                event.add(line);
            }
        }
    }

    /** All events up to the one that names the task; what happened in other tests' shops comes by as well. */
    private static List<List<String>> untilNamed(BlockingQueue<String> lines, String task) throws InterruptedException {
        List<List<String>> heard = new ArrayList<>();
        do {
            heard.add(nextEvent(lines));
        } while (heard.get(heard.size() - 1).stream().noneMatch(line -> line.contains(task)));
        return heard;
    }
}
