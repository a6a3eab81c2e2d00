package io.siyu.it;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.siyu.support.Closing;
import io.siyu.support.DatabaseServer;
import io.siyu.support.PackagedService;
import io.siyu.support.TraceCollector;
import io.siyu.support.Waiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** What the packaged application tells of itself when its switches are on: traces, and logs as JSON. */
class SeeingXIT {
    private static final Path FOLDER = Path.of("target/seeing");
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String PHONE = "13812345678";
    private static final String AGENT = "agent-of-the-test";

    private static DatabaseServer database;
    private static TraceCollector collector;
    private static PackagedService service;

    @BeforeAll
    static void start() {
        database = new DatabaseServer(FOLDER);
        collector = new TraceCollector();
        service = new PackagedService(
                        "siyu1",
                        FOLDER,
                        database.url(),
                        PackagedService.SMALL_AND_SOON_UP,
                        Map.of(
                                "siyu.traces.url", collector.url(),
                                "quarkus.otel.traces.sampler.arg", "1.0",
                                "quarkus.otel.bsp.schedule.delay", "200ms",
                                "quarkus.log.console.json.enabled", "true",
                                "quarkus.log.category.\"org.hibernate.SQL\".level", "DEBUG"))
                .start();
    }

    @AfterAll
    static void end() throws Exception {
        Closing.all(service, collector, database);
    }

    @Test
    void tracesTellOfRoutesAndOfNobody() {
        String shop = service.client().createShop("Traced");
        Map<String, String> headers = Map.of("User-Agent", AGENT);
        service.client().answerTo("staff1", "/shops/" + shop + "/orders?buyer=" + PHONE, headers);
        service.client().answerTo("staff1", "/no-such-thing/" + PHONE, headers);
        service.client().answerTo("admin", "/shops/" + shop + "/staff?note=" + PHONE, headers);

        Waiting.until(
                "the spans have come", PATIENCE, () -> collector.received().contains("GET /shops/{shop}/staff"));
        assertThat(collector.received())
                .contains("http.response.status_code", "POST /shops/{shop}/staff")
                .doesNotContain(
                        PHONE, AGENT, shop, "staff1", "no-such-thing", "url.query", "url.path", "client.address");
    }

    @Test
    void eachLineOfTheLogIsJsonWithTheIdOfItsRequest() {
        String id = "request-" + System.nanoTime();
        String shop = service.client().createShop("Logged");
        for (String path : List.of("", "/staff", "/accounts", "/campaigns?from=2026-01-01&to=2026-12-31")) {
            service.client().answerTo("admin", "/shops/" + shop + path, Map.of("X-Request-Id", id));
        }

        Waiting.until("the request is in the log", PATIENCE, () -> service.log().contains(id));
        List<JsonNode> lines = service.log().lines().map(SeeingXIT::parsed).toList();
        assertThat(lines).anySatisfy(line -> {
            assertThat(line.at("/mdc/requestId").asText()).isEqualTo(id);
            assertThat(line.get("loggerName").asText()).isEqualTo("org.hibernate.SQL");
            assertThat(line.get("threadName").asText()).startsWith("executor-thread");
        });
    }

    private static JsonNode parsed(String line) {
        try {
            return new ObjectMapper().readTree(line);
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + line, e);
        }
    }
}
