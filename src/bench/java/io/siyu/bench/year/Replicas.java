package io.siyu.bench.year;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.siyu.support.LoginServer;
import io.siyu.support.PackagedService;
import io.siyu.support.Tokens;
import io.siyu.support.Waiting;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Two replicas of the packaged application whose clock can be set, behind something that asks the other one when one does
 * not answer, as a balancer and a patient client do.
 */
final class Replicas implements AutoCloseable {
    /** Made by the profile bench: the application with the settable clock in it. */
    private static final Path APPLICATION = Path.of("target/clocked-app/quarkus-run.jar");

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final LoginServer login = new LoginServer();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();
    private final List<PackagedService> services;
    private Instant now;
    private int turn;

    /** @param body null if there is none */
    record Answer(int status, JsonNode body) {
        boolean isGood() {
            return status < 300;
        }

        String id() {
            return body.get("id").asText();
        }
    }

    Replicas(Path folder, String database) {
        login.open();
        Map<String, String> settings = new HashMap<>(login.settings());
        settings.put("quarkus.oidc.client-id", "siyu");
        List<String> options = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1");
        services = List.of(
                new PackagedService(APPLICATION, "one", folder, database, options, settings),
                new PackagedService(APPLICATION, "two", folder, database, options, settings));
        services.forEach(PackagedService::start);
    }

    PackagedService first() {
        return services.get(0);
    }

    /** Sets the clock of each replica that lives; what is due then is done before this returns. */
    void setClock(Instant to) {
        now = to;
        services.stream().filter(PackagedService::isAlive).forEach(this::tellTheTime);
    }

    Instant now() {
        return now;
    }

    /** One dies in the middle of whatever it does. */
    PackagedService killOne() {
        PackagedService victim = services.get(turn++ % services.size());
        victim.kill();
        return victim;
    }

    void startAgain(PackagedService service) {
        service.start();
        tellTheTime(service);
    }

    Answer get(String as, String path) {
        return ask(as, "GET", path, null);
    }

    Answer post(String as, String path, Object body) {
        return ask(as, "POST", path, body);
    }

    Answer put(String as, String path, Object body) {
        return ask(as, "PUT", path, body);
    }

    Answer patch(String as, String path, Object body) {
        return ask(as, "PATCH", path, body);
    }

    Answer delete(String as, String path) {
        return ask(as, "DELETE", path, null);
    }

    /** As {@link #ask}, of something that has to succeed. */
    Answer done(Answer answer) {
        if (!answer.isGood()) {
            throw new IllegalStateException(answer.toString());
        }
        return answer;
    }

    private Answer ask(String as, String method, String path, Object body) {
        String key = UUID.randomUUID().toString();
        Instant end = Instant.now().plus(PATIENCE);
        while (true) {
            PackagedService service = services.get(turn++ % services.size());
            try {
                if (service.isAlive()) {
                    HttpResponse<String> answer = send(service, as, method, path, body, key);
                    if (answer.statusCode() != 503 && answer.statusCode() != 429) {
                        return new Answer(answer.statusCode(), read(answer.body()));
                    }
                }
            } catch (IOException e) {
                // It has just died: the other one answers, by the same key.
            }
            if (Instant.now().isAfter(end)) {
                throw new IllegalStateException("Nobody answers " + method + " " + path);
            }
            Waiting.pause(PAUSE);
        }
    }

    private void tellTheTime(PackagedService service) {
        Waiting.until("the clock is set", PATIENCE, () -> {
            try {
                return send(service, "admin", "PUT", "/dev/clock", Map.of("now", now.toString()), "clock")
                                .statusCode()
                        == 200;
            } catch (IOException e) {
                return !service.isAlive();
            }
        });
    }

    private HttpResponse<String> send(
            PackagedService service, String as, String method, String path, Object body, String key)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(service.address() + "/api/v1" + path))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + tokens.computeIfAbsent(as, Tokens::of))
                .header("Content-Type", "application/json")
                .header("If-Match", "*")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (method.equals("POST")) {
            request.header("Idempotency-Key", key);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode read(String body) {
        try {
            return body.isBlank() ? JSON.nullNode() : JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        services.forEach(PackagedService::close);
        login.close();
    }
}
