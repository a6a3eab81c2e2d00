package io.siyu.it.kill;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.siyu.support.PackagedService;
import io.siyu.support.Tokens;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.StreamSupport;

/** Two services as a client behind no balancer sees them: it asks one, and when that fails the other. */
final class Replicas {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private final List<PackagedService> services;
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final Map<String, Integer> tally = new ConcurrentSkipListMap<>();

    Replicas(List<PackagedService> services) {
        this.services = services;
    }

    PackagedService at(int place) {
        return services.get(place % services.size());
    }

    void launchAll() {
        services.forEach(PackagedService::launch);
        services.forEach(PackagedService::awaitReady);
    }

    /** The answer of the service at that place, or none. */
    Answer send(int place, String user, String method, String path, Object body, String key) {
        Answer answer = exchange(place, user, method, path, body, key);
        String kind = answer.isSuccess()
                ? (method.equals("GET") ? "read" : "written")
                : answer.status() == 0
                        ? "no answer"
                        : answer.status() + " " + answer.json().path("code").asText();
        tally.merge(kind, 1, Integer::sum);
        return answer;
    }

    /** How often what was answered: read, written, or the status and code of a problem. */
    Map<String, Integer> tally() {
        return new TreeMap<>(tally);
    }

    private Answer exchange(int place, String user, String method, String path, Object body, String key) {
        try {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + at(place).port() + "/api/v1" + path))
                    .timeout(PATIENCE)
                    .header("Authorization", "Bearer " + tokens.computeIfAbsent(user, Tokens::of));
            if (key != null) {
                request.header("Idempotency-Key", key);
            }
            if (body == null) {
                request.method(method, BodyPublishers.noBody());
            } else {
                request.header("Content-Type", "application/json")
                        .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
            }
            HttpResponse<String> response = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            return new Answer(response.statusCode(), JSON.readTree(response.body()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(method + " " + path + " is not answered with JSON", e);
        } catch (IOException e) {
            return new Answer(0, MissingNode.getInstance());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** For preparations, where nothing fails. */
    Answer must(String user, String method, String path, Object body) {
        for (int place = 0; place < services.size(); place++) {
            if (at(place).isAlive()) {
                Answer answer = send(place, user, method, path, body, null);
                if (!answer.isSuccess()) {
                    throw new IllegalStateException(
                            method + " " + path + " answers " + answer.status() + ": " + answer.json());
                }
                return answer;
            }
        }
        throw new IllegalStateException("No replica is alive");
    }

    /** An account for each of them, who are staff of the shop. */
    void openAccounts(String shop, String... users) {
        JsonNode staff =
                must("admin", "GET", "/shops/" + shop + "/staff", null).json().path("items");
        for (String user : users) {
            String id = StreamSupport.stream(staff.spliterator(), false)
                    .filter(one -> one.path("username").asText().equals(user))
                    .findFirst()
                    .orElseThrow()
                    .path("id")
                    .asText();
            must(
                    "admin",
                    "POST",
                    "/shops/" + shop + "/accounts",
                    Map.of("name", "号 " + user, "kind", "WECOM", "ownerStaffId", id, "persona", "懂礼物的店员"));
        }
    }
}
