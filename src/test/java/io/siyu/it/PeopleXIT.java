package io.siyu.it;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.siyu.support.Closing;
import io.siyu.support.DatabaseServer;
import io.siyu.support.PackagedService;
import io.siyu.support.Tokens;
import io.siyu.support.Waiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

/** People on two replicas: whoever is put out by one is let in by none, and tokens end streams. */
class PeopleXIT {
    private static final Path FOLDER = Path.of("target/people");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int MOST_REVEALS = 60;

    private static DatabaseServer database;
    private static PackagedService one;
    private static PackagedService other;

    @BeforeAll
    static void start() {
        database = new DatabaseServer(FOLDER);
        one = new PackagedService("siyu1", FOLDER, database.url(), PackagedService.SMALL_AND_SOON_UP, Map.of()).start();
        other = new PackagedService("siyu2", FOLDER, database.url(), PackagedService.SMALL_AND_SOON_UP, Map.of())
                .start();
    }

    @AfterAll
    static void end() throws Exception {
        Closing.all(one, other, database);
    }

    @Test
    void aNameIsNobodyAndNeitherIsASubjectOfAnotherLogin() {
        String shop = one.client().createShop("Names");
        invite(shop, "lili", "staff");
        String path = "/shops/" + shop;
        assertThat(get(one, person("sub-1", "lili"), path)).isEqualTo(200);
        assertThat(get(other, person("sub-1", "renamed"), path)).isEqualTo(200);
        assertThat(get(other, person("sub-2", "lili"), path)).isEqualTo(404);
        assertThat(get(one, person("sub-1 ", "lili"), path)).isEqualTo(401);
        String elsewhere = Tokens.of("https://elsewhere.example.com", "sub-1", "lili", "staff", Tokens.LIFE);
        assertThat(get(other, elsewhere, path)).isEqualTo(404);
        String otherRole = Tokens.of(Tokens.ISSUER, "sub-1", "lili", "marketer", Tokens.LIFE);
        assertThat(get(other, otherRole, path)).isEqualTo(403);
    }

    @Test
    void whoIsDeactivatedHereHearsAndSeesNothingThere() throws Exception {
        String shop = one.client().createShop("Deactivated");
        String staff = invite(shop, "minmin", "staff");
        String token = person("sub-min", "minmin");
        Heard heard = listen(other, token);
        as(one, Tokens.of("admin"))
                .contentType(ContentType.JSON)
                .header("If-Match", "*")
                .body(Map.of("active", false))
                .patch("/staff/{id}", staff)
                .then()
                .statusCode(200);
        assertThat(get(other, token, "/shops/" + shop)).isEqualTo(404);
        heard.end().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void aStreamEndsWithItsToken() throws Exception {
        String shop = one.client().createShop("Short");
        invite(shop, "short", "staff");
        Heard heard = listen(one, Tokens.of(Tokens.ISSUER, "sub-short", "short", "staff", Duration.ofSeconds(8)));
        heard.end().get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void onePersonIsShownSixtyContactsOnHoweverManyReplicas() throws Exception {
        String shop = one.client().createShop("Reveals");
        one.client()
                .post(
                        "integration",
                        "/shops/" + shop + "/orders",
                        Map.of(
                                "orders",
                                List.of(Map.of(
                                        "orderNo", "R-1",
                                        "buyerId", "b-1",
                                        "orderedAt", "2026-01-05T10:00:00",
                                        "paidAmount", "10.00",
                                        "status", "COMPLETED"))));
        String buyer = one.client()
                .get("marketer", "/shops/" + shop + "/buyers")
                .at("/items/0/id")
                .asText();
        int asked = MOST_REVEALS + 24;
        List<Callable<Integer>> reveals = new ArrayList<>();
        for (int i = 0; i < asked; i++) {
            PackagedService replica = i % 2 == 0 ? one : other;
            reveals.add(() -> as(replica, Tokens.of("marketer"))
                    .post("/buyers/{id}/contact-reveals", buyer)
                    .statusCode());
        }
        ExecutorService threads = Executors.newFixedThreadPool(24);
        try {
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> status : threads.invokeAll(reveals)) {
                statuses.add(status.get());
            }
            assertThat(statuses).containsOnly(200, 429);
            assertThat(statuses).filteredOn(status -> status == 200).hasSize(MOST_REVEALS);
        } finally {
            threads.shutdownNow();
        }
    }

    private record Heard(List<String> lines, CompletableFuture<Void> end) {}

    private static Heard listen(PackagedService replica, String token) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(replica.address() + "/api/v1/tasks/events"))
                .header("Authorization", "Bearer " + token)
                .header("Accept", "text/event-stream")
                .build();
        HttpResponse<Stream<String>> response = HttpClient.newHttpClient()
                .sendAsync(request, HttpResponse.BodyHandlers.ofLines())
                .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        assertThat(response.statusCode()).isEqualTo(200);
        List<String> lines = new CopyOnWriteArrayList<>();
        CompletableFuture<Void> end =
                CompletableFuture.runAsync(() -> response.body().forEach(lines::add));
        Waiting.until("the stream begins", PATIENCE, () -> !lines.isEmpty());
        return new Heard(lines, end);
    }

    private static String person(String subject, String name) {
        return Tokens.of(Tokens.ISSUER, subject, name, "staff", Tokens.LIFE);
    }

    private static int get(PackagedService replica, String token, String path) {
        return as(replica, token).get(path).statusCode();
    }

    private static RequestSpecification as(PackagedService replica, String token) {
        return given().baseUri(replica.address())
                .port(replica.port())
                .basePath("/api/v1")
                .accept("*/*")
                .auth()
                .oauth2(token);
    }

    private static String invite(String shop, String username, String role) {
        Response answer = as(one, Tokens.of("admin"))
                .contentType(ContentType.JSON)
                .body(Map.of("username", username, "roles", List.of(role)))
                .post("/shops/{shop}/staff", shop);
        return answer.then().statusCode(201).extract().path("id");
    }
}
