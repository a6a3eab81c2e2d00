package io.siyu.operations;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.common.net.Inet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import static org.assertj.core.api.Assertions.assertThat;

/** The files to run the service with, held against each other and against the code. */
class DeploymentTest {
    private static final Path DOCKER = Path.of("docker");
    private static final Path KUBERNETES = DOCKER.resolve("kubernetes");
    private static final Pattern VARIABLE = Pattern.compile("SIYU_[A-Z_]+");
    private static final Pattern PINNED = Pattern.compile(".+:(\\d+\\.\\d+.*|v\\d+\\.\\d+.*|\\$\\{SIYU_VERSION:\\?})");

    private static final Pattern SECRET = Pattern.compile("(?!MYSQL_RANDOM_).*(PASSWORD|SECRET|KEYSET|_KEY)");

    private static final Pattern PREFIX = Pattern.compile("@ConfigMapping\\(prefix = \"(siyu\\.[a-z.-]+)\"");

    /** What other things than the service itself are given. */
    private static final Set<String> NOT_OF_THE_SERVICE = Set.of(
            "SIYU_HOST",
            "SIYU_LOGIN_HOST",
            "SIYU_TLS",
            "SIYU_VERSION",
            "SIYU_INTEGRATION_SECRET",
            "SIYU_BACKUP_FOLDER",
            "SIYU_BACKUP_DAYS",
            "SIYU_BACKUP_HOUR",
            "SIYU_DB_OPTIONS");

    private final JsonNode compose = yaml(DOCKER.resolve("compose.yaml")).get(0);
    private final JsonNode deployment =
            yaml(KUBERNETES.resolve("deployment.yaml")).get(0);
    private final JsonNode pod = deployment.at("/spec/template/spec");
    private final JsonNode container = pod.at("/containers/0");

    static Stream<Path> yamlFiles() throws IOException {
        return Files.walk(DOCKER).filter(file -> file.toString().endsWith(".yaml")).toList().stream();
    }

    @ParameterizedTest
    @MethodSource("yamlFiles")
    void eachFileParsesAndPinsItsImages(Path file) {
        List<JsonNode> documents = yaml(file);

        assertThat(documents).isNotEmpty().noneMatch(JsonNode::isMissingNode);
        for (JsonNode document : documents) {
            for (String image : document.findValuesAsText("image")) {
                assertThat(image).matches(PINNED).doesNotContain("latest");
            }
        }
    }

    @Test
    void baseImagesArePinned() throws IOException {
        for (String file : List.of("Dockerfile", "backup.Dockerfile")) {
            List<String> bases = Files.readAllLines(DOCKER.resolve(file)).stream()
                    .filter(line -> line.startsWith("FROM "))
                    .map(line -> line.substring("FROM ".length()))
                    .toList();
            assertThat(bases).hasSize(1).allMatch(base -> PINNED.matcher(base).matches());
        }
    }

    @Test
    void theServiceKnowsEachVariableThatItIsGiven() throws IOException {
        Set<String> given = new TreeSet<>();
        given.addAll(variablesIn(DOCKER.resolve("compose.yaml")));
        given.addAll(variablesIn(DOCKER.resolve(".env.example")));
        given.addAll(variablesIn(DOCKER.resolve("Dockerfile")));
        for (String file : List.of("config.yaml", "secret.example.yaml", "deployment.yaml")) {
            given.addAll(variablesIn(KUBERNETES.resolve(file)));
        }
        given.addAll(variablesIn(Path.of("README.md")));
        given.addAll(variablesIn(Path.of("docs/operations.md")));
        given.removeAll(NOT_OF_THE_SERVICE);

        assertThat(given).hasSizeGreaterThan(12);
        Set<String> known = known();
        assertThat(given).allMatch(name -> known.contains(name) || prefixes().anyMatch(name::startsWith));
    }

    @Test
    void theManualHasEachVariableOfTheServiceAndOfCompose() throws IOException {
        Set<String> told = variablesIn(Path.of("docs/operations.md"));

        assertThat(told).containsAll(variablesIn(Path.of("src/main/resources/application.properties")));
        List<String> lines = Files.readAllLines(DOCKER.resolve(".env.example"));
        for (String file : List.of("compose.yaml", "monitoring/compose.yaml")) {
            for (String name : asked(Files.readString(DOCKER.resolve(file)))) {
                assertThat(lines).as(name).anyMatch(line -> line.startsWith(name + "="));
            }
        }
    }

    @Test
    void noSecretIsCommitted() throws IOException {
        for (String line : Files.readAllLines(DOCKER.resolve(".env.example"))) {
            assertThat(line).matches("#.*||[A-Z_]+=(14|19)?");
        }
        assertThat(yaml(KUBERNETES.resolve("secret.example.yaml")).get(0).get("stringData"))
                .allSatisfy(value -> assertThat(value.asText()).isEmpty());
        assertThat(Files.readString(Path.of(".gitignore")))
                .contains("docker/.env\n", "docker/kubernetes/secret.yaml\n");
        assertThat(compose.findValues("environment"))
                .allSatisfy(environment -> environment.properties().forEach(entry -> {
                    if (SECRET.matcher(entry.getKey()).matches()) {
                        assertThat(entry.getValue().asText()).matches("\\$\\{[A-Z_]+:\\?}");
                    }
                }));
    }

    @Test
    void onlyTheProxyCanBeReached() {
        List<String> published = new ArrayList<>();
        compose.get("services").properties().forEach(service -> {
            if (service.getValue().has("ports")) {
                published.add(service.getKey());
            }
        });

        assertThat(published).containsExactly("proxy");
        assertThat(yaml(KUBERNETES.resolve("service.yaml")).get(0).at("/spec/ports"))
                .hasSize(1)
                .allSatisfy(port -> assertThat(port.get("targetPort").asText()).isEqualTo("http"));
    }

    @Test
    void theProxyIsTheOneThatIsTrusted() throws IOException {
        String address =
                compose.at("/services/proxy/networks/inside/ipv4_address").asText();

        assertThat(address).isNotBlank();
        assertThat(compose.at("/services/siyu1/environment/SIYU_TRUSTED_PROXIES")
                        .asText())
                .isEqualTo(address);
        assertThat(compose.at("/services/keycloak/environment/KC_PROXY_TRUSTED_ADDRESSES")
                        .asText())
                .isEqualTo(address);
        JsonNode network = compose.at("/networks/inside/ipam/config/0");
        assertThat(Inet.parseCidrAddress(network.get("subnet").asText()).matches(Inet.parseInetAddress(address)))
                .isTrue();
        assertThat(Inet.parseCidrAddress(network.get("ip_range").asText()).matches(Inet.parseInetAddress(address)))
                .as("nobody else is given the proxy's address")
                .isFalse();
        assertThat(network.get("gateway").asText()).isNotEqualTo(address);
        assertThat(Files.readString(DOCKER.resolve("caddy/Caddyfile")))
                .contains("siyu1:8080 siyu2:8080", "health_port 9000", "keycloak:8080");
    }

    @Test
    void theProxySendsNothingOnAConnectionThatSiyuIsAboutToClose() {
        long kept = seconds(firstGroup("keepalive (\\w+)\n", read(DOCKER.resolve("caddy/Caddyfile"))));
        long idle = seconds(firstGroup("quarkus.http.idle-timeout=(\\w+)\n", properties()));

        assertThat(kept).isPositive().isLessThan(idle);
    }

    @Test
    void keycloakRunsInProductionModeOnADatabaseOfItsOwn() throws IOException {
        JsonNode keycloak = compose.at("/services/keycloak");

        assertThat(keycloak.get("command").asText()).startsWith("start ").doesNotContain("start-dev");
        assertThat(keycloak.at("/environment/KC_DB").asText()).isEqualTo("mysql");
        assertThat(keycloak.at("/environment/KC_DB_URL").asText()).endsWith("/keycloak");
        assertThat(keycloak.at("/environment/KC_HOSTNAME").asText()).startsWith("https://");
        assertThat(keycloak.at("/environment/KC_PROXY_HEADERS").asText()).isEqualTo("xforwarded");
        assertThat(Files.readString(DOCKER.resolve("mysql/keycloak-schema.sh"))).contains("CREATE DATABASE keycloak");
        assertThat(compose.at("/services/mysql/volumes/0").asText()).startsWith("mysql:");
        JsonNode realm = new ObjectMapper()
                .readTree(DOCKER.resolve("realm/siyu-realm.json").toFile());
        assertThat(keycloak.get("environment").toString()).contains(asked(realm.toString()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"siyu1", "siyu2"})
    void replicasAreAlikeAndShareTheDataFolder(String name) {
        JsonNode replica = compose.at("/services/" + name);

        assertThat(replica).isEqualTo(compose.at("/services/siyu1"));
        assertThat(replica.get("volumes")).hasSize(1);
        assertThat(replica.at("/volumes/0").asText()).isEqualTo("data:/var/lib/siyu");
        assertThat(compose.get("volumes").has("data")).isTrue();
        assertThat(replica.at("/healthcheck/test").toString())
                .contains("/127.0.0.1/" + managementPort(), "/q/health/ready");
        assertThat(seconds(replica.get("stop_grace_period").asText())).isGreaterThan(timeToEnd());
    }

    @Test
    void theDatabaseHasRoomForAllReplicas() throws IOException {
        String command = compose.at("/services/mysql/command").asText();
        int room = Integer.parseInt(firstGroup("--max-connections=(\\d+)", command));
        int each = Integer.parseInt(firstGroup("SIYU_DB_CONNECTIONS:(\\d+)}", properties()));
        int keycloak =
                compose.at("/services/keycloak/environment/KC_DB_POOL_MAX_SIZE").asInt();

        assertThat(room).isGreaterThanOrEqualTo(2 * each + keycloak + 10);
        assertThat(command).contains("--local-infile=1");
    }

    @Test
    void podsAreAskedOnTheManagementPort() {
        assertThat(deployment.at("/spec/replicas").asInt()).isEqualTo(2);
        Map<String, Integer> ports = StreamSupport.stream(container.get("ports").spliterator(), false)
                .collect(Collectors.toMap(port -> port.get("name").asText(), port -> port.get("containerPort")
                        .asInt()));
        assertThat(ports).isEqualTo(Map.of("http", port("SIYU_PORT"), "management", managementPort()));
        Map<String, String> probes = Map.of(
                "startupProbe", "/q/health/started",
                "livenessProbe", "/q/health/live",
                "readinessProbe", "/q/health/ready");
        probes.forEach((probe, path) -> {
            assertThat(container.at("/" + probe + "/httpGet/path").asText()).isEqualTo(path);
            assertThat(container.at("/" + probe + "/httpGet/port").asText()).isEqualTo("management");
        });
        assertThat(deployment
                        .at("/spec/template/metadata/annotations")
                        .get("prometheus.io/port")
                        .asInt())
                .isEqualTo(managementPort());
    }

    @Test
    void podsHaveTheTimeToEndAndNothingThatTheyNeedNot() {
        int preStop = container.at("/lifecycle/preStop/exec/command/1").asInt();

        assertThat(preStop).isPositive();
        assertThat(pod.get("terminationGracePeriodSeconds").asLong()).isGreaterThan(preStop + timeToEnd());
        assertThat(pod.at("/securityContext/runAsNonRoot").asBoolean()).isTrue();
        assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean())
                .isTrue();
        assertThat(container.at("/securityContext/allowPrivilegeEscalation").asBoolean(true))
                .isFalse();
        assertThat(container.at("/resources/limits/memory").asText()).isEqualTo("1Gi");
        assertThat(container.at("/volumeMounts").findValuesAsText("mountPath")).contains("/tmp", "/var/lib/siyu");
    }

    @Test
    void thePartsOfTheClusterFitTogether() {
        JsonNode labels = deployment.at("/spec/template/metadata/labels");
        JsonNode claim = yaml(KUBERNETES.resolve("storage.yaml")).get(0);

        assertThat(deployment.at("/spec/selector/matchLabels")).isEqualTo(labels);
        assertThat(yaml(KUBERNETES.resolve("service.yaml")).get(0).at("/spec/selector"))
                .isEqualTo(labels);
        JsonNode budget = yaml(KUBERNETES.resolve("disruption.yaml")).get(0);
        assertThat(budget.at("/spec/selector/matchLabels")).isEqualTo(labels);
        assertThat(budget.at("/spec/minAvailable").asInt())
                .isBetween(1, deployment.at("/spec/replicas").asInt() - 1);
        assertThat(claim.at("/spec/accessModes/0").asText()).isEqualTo("ReadWriteMany");
        assertThat(pod.at("/volumes/0/persistentVolumeClaim/claimName")).isEqualTo(claim.at("/metadata/name"));
        JsonNode resources =
                yaml(KUBERNETES.resolve("kustomization.yaml")).get(0).get("resources");
        assertThat(resources).allSatisfy(file -> assertThat(
                        file.asText().equals("secret.yaml") || Files.exists(KUBERNETES.resolve(file.asText())))
                .as(file.asText())
                .isTrue());
    }

    @Test
    void theBackupTakesEachFolderThatIsKept() throws IOException {
        Set<String> kept = new TreeSet<>();
        for (Path file : sources()) {
            Pattern.compile("@WithDefault\\(\"\\$\\{siyu.data-folder}/([a-z-]+)\"\\)")
                    .matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .forEach(kept::add);
        }

        String folders = firstGroup("readonly folders=\\(([a-z -]+)\\)", Files.readString(DOCKER.resolve("backup.sh")));
        assertThat(Set.of(folders.split(" "))).isEqualTo(kept);
    }

    private static long timeToEnd() {
        return seconds(firstGroup("SIYU_DRAIN_DELAY:([0-9a-zA-Z]+)}", properties()))
                + seconds(firstGroup("%prod.quarkus.shutdown.timeout=([0-9a-zA-Z]+)", properties()))
                + seconds(firstGroup(
                        "WithDefault\\(\"([0-9a-zA-Z]+)\"\\)\\s+Duration patience",
                        read(Path.of("src/main/java/io/siyu/platform/drain/DrainConfig.java"))));
    }

    private static long seconds(String duration) {
        return Duration.parse("PT" + duration.toUpperCase(Locale.ROOT)).toSeconds();
    }

    private static int managementPort() {
        return port("SIYU_MANAGEMENT_PORT");
    }

    private static int port(String variable) {
        return Integer.parseInt(firstGroup("\\$\\{" + variable + ":(\\d+)}", properties()));
    }

    /** What the service reads, by a variable's name or by the name of a property. */
    private static Set<String> known() throws IOException {
        Set<String> known = new TreeSet<>(variablesIn(Path.of("src/main/resources/application.properties")));
        for (Path file : sources()) {
            String text = Files.readString(file);
            known.addAll(namesIn(text, Pattern.compile("siyu\\.[a-z][a-z.-]+[a-z]")));
        }
        return known;
    }

    /** Of what is set by interfaces, whose methods are names without the prefix. */
    private static Stream<String> prefixes() {
        return sources().stream()
                .flatMap(file -> PREFIX.matcher(read(file)).results())
                .map(found -> found.group(1).replaceAll("[.-]", "_").toUpperCase(Locale.ROOT) + "_");
    }

    private static Set<String> variablesIn(Path file) throws IOException {
        return namesIn(Files.readString(file), VARIABLE);
    }

    private static String[] asked(String text) {
        return Pattern.compile("\\$\\{([A-Z_]+)")
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toArray(String[]::new);
    }

    private static Set<String> namesIn(String text, Pattern pattern) {
        return pattern.matcher(text)
                .results()
                .map(MatchResult::group)
                .map(name -> name.replaceAll("[.-]", "_").toUpperCase(Locale.ROOT))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Path> sources() {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String properties() {
        return read(Path.of("src/main/resources/application.properties"));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String firstGroup(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing like " + pattern));
    }

    /** All documents of a file, with what they merge from elsewhere. */
    private static List<JsonNode> yaml(Path file) {
        try (var reader = Files.newBufferedReader(file)) {
            ObjectMapper json = new ObjectMapper();
            List<JsonNode> documents = new ArrayList<>();
            new Yaml().loadAll(reader).forEach(document -> documents.add(json.valueToTree(document)));
            return documents;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
