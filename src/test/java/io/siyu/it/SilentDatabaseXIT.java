package io.siyu.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.siyu.support.Closing;
import io.siyu.support.DatabaseServer;
import io.siyu.support.MadeOrders;
import io.siyu.support.PackagedService;
import io.siyu.support.TaobaoFile;
import io.siyu.support.TcpProxy;
import io.siyu.support.Waiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

/** A database that goes silent, is killed or loses a COMMIT: every request is told so, soon, and all is well after it. */
class SilentDatabaseXIT {
    private static final Path FOLDER = Path.of("target/silent-database");
    private static final int AT_ONCE = 60;
    private static final int ORDERS = 30_000;

    /** Five seconds is the aim; CI's machines may be busy with something else. */
    private static final Duration SOON = Duration.ofSeconds(7);

    /** Longer than the pool lends a connection without trying it, shorter than it keeps one that nobody uses. */
    private static final Duration TRIED_BEFORE_LENT = Duration.ofSeconds(3);

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static DatabaseServer database;
    private static TcpProxy network;
    private static PackagedService service;
    private static String shop;

    private record Answer(HttpResponse<String> response, Duration after) {}

    @BeforeAll
    static void start() {
        database = new DatabaseServer(FOLDER);
        int port = URI.create(database.url().substring("jdbc:".length())).getPort();
        network = new TcpProxy(port);
        String url = database.url().replace(":" + port, ":" + network.port());
        service = new PackagedService(
                        "silent", FOLDER, url, PackagedService.SMALL_AND_SOON_UP, Map.of("siyu.intake.lease", "5s"))
                .start();
        shop = service.client().createShop("Silent");
    }

    @AfterAll
    static void end() throws Exception {
        Closing.all(service, network, database);
    }

    @AfterEach
    void allIsWellSoonAfter() {
        service.awaitReady();
        askAtOnce(AT_ONCE)
                .forEach(answer -> assertThat(answer.response().statusCode()).isEqualTo(200));
        assertThat(service.isAlive()).isTrue();
    }

    @Test
    void requestsAreToldSoonWhenItGoesSilent() throws IOException {
        askAtOnce(AT_ONCE);
        network.goSilent();
        try {
            assertAllRefused("just gone silent", askAtOnce(AT_ONCE));
            assertAllRefused("known to be silent", askAtOnce(AT_ONCE));
            assertThat(missing()).containsExactly("database");
            assertThat(service.client().statusOf("/q/health/live")).isEqualTo(200);
        } finally {
            network.comeBack();
        }
        long back = System.nanoTime();
        Waiting.until("it is back", PATIENCE, () -> isAnswered());
        System.out.println("Answers again " + since(back).toMillis() + " ms after the network");
    }

    @Test
    void requestsAreToldSoonWhenWhatTheyBorrowHasBeenIdle() throws IOException {
        askAtOnce(AT_ONCE);
        Waiting.pause(TRIED_BEFORE_LENT);
        network.goSilent();
        try {
            assertAllRefused("idle", askAtOnce(AT_ONCE));
        } finally {
            network.comeBack();
        }
        Waiting.until("it is back", PATIENCE, () -> isAnswered());
    }

    @Test
    void requestsAreToldSoonWhenItIsKilled() throws IOException {
        askAtOnce(AT_ONCE);
        database.kill();
        try {
            assertAllRefused("killed", askAtOnce(AT_ONCE));
            assertThat(missing()).containsExactly("database");
        } finally {
            database.startAgain();
        }
        Waiting.until("it is back", PATIENCE, () -> isAnswered());
    }

    @Test
    void aCommitThatIsLostIsToldAsWell() throws IOException {
        network.cutNextCommit();
        List<HttpResponse<String>> lost = new ArrayList<>();
        // Due work commits as well and may be the one that loses it.
        Waiting.until("a request loses its commit", PATIENCE, () -> {
            network.cutNextCommit();
            HttpResponse<String> answer =
                    service.client().answerToPost("admin", "/shops", Map.of("name", "Lost", "platform", "TAOBAO"));
            assertThat(answer.statusCode()).as(answer.body()).isIn(201, 503);
            if (answer.statusCode() == 503) {
                lost.add(answer);
            }
            return !lost.isEmpty();
        });
        assertRefusal(lost.get(0));
        Waiting.until("no cut is left over", PATIENCE, network::hasCutCommits);
    }

    @Test
    void workBehindTheRequestsGoesOn() throws IOException {
        String other = service.client().createShop("Interrupted");
        Path file = TaobaoFile.write(FOLDER.resolve("orders.csv"), new MadeOrders(7, ORDERS, ORDERS / 8), 0, ORDERS);
        String job = service.client().upload(other, file);
        Waiting.until(
                "the import is under way",
                PATIENCE,
                () -> service.client().importOf(job).get("progress").asDouble() > 0);
        network.goSilent();
        Waiting.pause(Duration.ofSeconds(14));
        network.comeBack();
        service.awaitReady();

        JsonNode done = service.client().finished(job, PATIENCE);
        assertThat(done.get("status").asText()).isEqualTo("DONE");
        assertThat(done.get("orders").get("created").asLong()).isEqualTo(ORDERS);
    }

    private static boolean isAnswered() {
        return service.client().answerTo("marketer", "/shops/" + shop).statusCode() == 200;
    }

    /** The names of what readiness says is missing. */
    private static List<String> missing() throws IOException {
        List<String> names = new ArrayList<>();
        for (JsonNode check : new ObjectMapper()
                .readTree(service.client().textOf("/q/health/ready"))
                .get("checks")) {
            if (check.get("status").asText().equals("DOWN")) {
                names.add(check.get("name").asText());
            }
        }
        return names;
    }

    private static void assertAllRefused(String when, List<Answer> answers) throws IOException {
        for (Answer answer : answers) {
            assertRefusal(answer.response());
        }
        Duration slowest =
                answers.stream().map(Answer::after).max(Duration::compareTo).orElseThrow();
        System.out.println(
                answers.size() + " requests were refused, " + when + ", within " + slowest.toMillis() + " ms");
        assertThat(slowest).isLessThan(SOON);
    }

    private static void assertRefusal(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(new ObjectMapper().readTree(answer.body()).get("code").asText())
                .isEqualTo("DATABASE_UNAVAILABLE");
    }

    private static List<Answer> askAtOnce(int requests) {
        ExecutorService threads = Executors.newFixedThreadPool(requests);
        try {
            List<Future<Answer>> answers = new ArrayList<>();
            for (int i = 0; i < requests; i++) {
                answers.add(threads.submit(() -> {
                    long asked = System.nanoTime();
                    HttpResponse<String> answer = service.client().answerTo("marketer", "/shops/" + shop + "/buyers");
                    return new Answer(answer, since(asked));
                }));
            }
            List<Answer> all = new ArrayList<>();
            for (Future<Answer> answer : answers) {
                all.add(answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
            }
            return all;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }
}
