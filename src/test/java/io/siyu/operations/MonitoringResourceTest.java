package io.siyu.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.order.upload.ImportedFile;
import io.siyu.platform.metric.Measurements;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.time.DueWorkJob;
import io.siyu.support.As;
import io.siyu.support.Hooks;
import io.siyu.support.TestShop;
import io.siyu.support.Waiting;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.anyOf;
import static org.hamcrest.Matchers.is;

/** What the dashboard and the alerts ask for is what the service tells. */
@QuarkusTest
class MonitoringResourceTest {
    private static final Path FOLDER = Path.of("docker/monitoring");
    private static final Pattern METRIC =
            Pattern.compile("\\b(?:siyu|http|agroal|jvm|process|system)_[a-z_0-9]+\\b(?!\\s*[=!]~?\")");
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    @Inject
    Measurements measurements;

    @Inject
    DueWorkJob dueWork;

    @Inject
    Sql sql;

    @Test
    void everyMetricOfDashboardAndAlertsIsThere() throws IOException {
        TestShop shop = TestShop.create();
        ImportedFile.of(shop, ImportedFile.HEADER + "A1,b1,2026-05-01,10,0,PAID,13800000000\nA2,b1,bad,10,0,PAID,\n");
        String buyer = As.marketer().get("/shops/{shop}/buyers", shop.id()).path("items[0].id");
        As.marketer().post("/buyers/{id}/contact-reveals", buyer).then().statusCode(anyOf(is(200), is(201)));
        As.marketer().get("/shops/{shop}/materials", shop.id()).then().statusCode(200);
        leaveALease(shop);
        Hooks.shopify(shop.id(), Hooks.SECRET).send("orders/create", "{}".getBytes(StandardCharsets.UTF_8));
        dueWork.runAll();
        measurements.takeAll();
        System.gc();

        Set<String> asked = new TreeSet<>(namesIn("grafana/siyu.json"));
        assertThat(asked).hasSizeGreaterThan(25);
        asked.addAll(namesIn("alerts.yaml"));
        try {
            // Of leases and collections it is told behind the request's back.
            Waiting.until("all of them are told", PATIENCE, () -> told().containsAll(asked));
        } finally {
            assertThat(told()).containsAll(asked);
        }
    }

    @Test
    void eachAlertSaysWhatItIsAndIsInTheManual() throws IOException {
        String manual = Files.readString(Path.of("docs/operations.md"));
        JsonNode rules = new YAMLMapper()
                .readTree(FOLDER.resolve("alerts.yaml").toFile())
                .at("/groups/0/rules");

        assertThat(rules).hasSizeGreaterThan(10).allSatisfy(rule -> {
            assertThat(rule.get("expr").asText()).isNotBlank();
            assertThat(rule.at("/labels/severity").asText()).isIn("warning", "critical");
            assertThat(rule.at("/annotations/summary").asText()).isNotBlank();
            assertThat(manual).contains("`" + rule.get("alert").asText() + "`");
        });
    }

    @Test
    void theDashboardIsOneThatGrafanaTakes() throws IOException {
        JsonNode dashboard =
                new ObjectMapper().readTree(FOLDER.resolve("grafana/siyu.json").toFile());

        assertThat(dashboard.get("uid").asText()).isEqualTo("siyu");
        assertThat(dashboard.get("panels")).allSatisfy(panel -> {
            assertThat(panel.get("title").asText()).isNotBlank();
            if (!panel.get("type").asText().equals("row")) {
                assertThat(panel.at("/datasource/uid").asText()).isEqualTo("prometheus");
                assertThat(panel.get("targets")).isNotEmpty();
            }
        });
        assertThat(dashboard.findValues("id")).doesNotHaveDuplicates();
    }

    /** As a worker does that was killed. */
    private void leaveALease(TestShop shop) {
        sql.update(
                "INSERT INTO webhook_lease (shop_id, lease_owner, lease_until) VALUES (?, 'dead', '2026-01-01')",
                Long.parseLong(shop.id()));
    }

    private static Set<String> namesIn(String file) throws IOException {
        JsonNode tree = (file.endsWith(".json") ? new ObjectMapper() : new YAMLMapper())
                .readTree(FOLDER.resolve(file).toFile());
        return tree.findValuesAsText("expr").stream()
                .flatMap(expression -> METRIC.matcher(expression).results().map(found -> found.group()))
                .collect(Collectors.toSet());
    }

    private static Set<String> told() {
        return Arrays.stream(
                        As.nobody().basePath("").get("/q/metrics").asString().split("\n"))
                .filter(line -> !line.startsWith("#"))
                .map(line -> {
                    Matcher name = Pattern.compile("^[a-z_0-9A-Z:]+").matcher(line);
                    return name.find() ? name.group() : "";
                })
                .collect(Collectors.toSet());
    }
}
