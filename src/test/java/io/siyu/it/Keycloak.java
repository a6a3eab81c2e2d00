package io.siyu.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.siyu.support.Folders;
import io.siyu.support.Ports;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A real Keycloak from its Maven distribution with the realm of docker/realm, and people in it. */
public class Keycloak implements QuarkusTestResourceLifecycleManager {
    private static final Path HOME = Path.of("target/keycloak");
    private static final Path REALM = Path.of("docker/realm/siyu-realm.json");
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final String ADMIN_PASSWORD = UUID.randomUUID().toString();
    private static final String CLIENT_SECRET = UUID.randomUUID().toString();
    private static final String INTEGRATION_SECRET = UUID.randomUUID().toString();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private static String address;
    private Process process;

    @Override
    public Map<String, String> start() {
        try {
            address = "http://localhost:" + Ports.free();
            launch();
            String admin = adminToken();
            openPasswordGrant(admin);
            for (Map.Entry<String, String> user : Map.of(
                            "admin", "admin", "marketer", "marketer", "staff1", "staff", "staff2", "staff")
                    .entrySet()) {
                createUser(admin, user.getKey(), user.getValue());
            }
            return Map.of(
                    "quarkus.oidc.auth-server-url",
                    address + "/realms/siyu",
                    "quarkus.oidc.credentials.secret",
                    CLIENT_SECRET);
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak does not start", e);
        }
    }

    @Override
    public void stop() {
        if (process != null) {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        }
    }

    /** A token as a person who logged in would have it. */
    static String tokenOf(String user) {
        return token(
                "/realms/siyu",
                Map.of(
                        "grant_type", "password",
                        "client_id", "siyu-mobile",
                        "username", user,
                        "password", passwordOf(user),
                        "scope", "openid"));
    }

    /** A token as an order system would get it. */
    static String integrationToken() {
        return token(
                "/realms/siyu",
                Map.of(
                        "grant_type", "client_credentials",
                        "client_id", "siyu-integration",
                        "client_secret", INTEGRATION_SECRET));
    }

    /** The realm knows the console's address from the start; a test learns its port only when it runs. */
    static void allowRedirectsTo(String console) {
        try {
            String admin = adminToken();
            String clients = address + "/admin/realms/siyu/clients";
            ObjectNode client = (ObjectNode) JSON.readTree(
                            send(authorised(admin, clients + "?clientId=siyu")).body())
                    .get(0);
            client.put("rootUrl", console);
            put(admin, clients + "/" + client.get("id").asText(), client.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak does not know the console", e);
        }
    }

    static String address() {
        return address;
    }

    static String passwordOf(String user) {
        return user + "-of-the-test";
    }

    private void launch() throws IOException {
        Folders.delete(HOME.resolve("data"));
        Path imports = Files.createDirectories(HOME.resolve("data/import"));
        Files.copy(REALM, imports.resolve(REALM.getFileName()), StandardCopyOption.REPLACE_EXISTING);
        ProcessBuilder builder = new ProcessBuilder(
                HOME.resolve("bin/kc.sh").toAbsolutePath().toString(),
                "start-dev",
                "--import-realm",
                "--cache=local",
                "--http-host=127.0.0.1",
                "--http-port=" + URI.create(address).getPort(),
                "--http-management-port=" + Ports.free());
        builder.environment()
                .putAll(Map.of(
                        "KC_BOOTSTRAP_ADMIN_USERNAME",
                        "admin",
                        "KC_BOOTSTRAP_ADMIN_PASSWORD",
                        ADMIN_PASSWORD,
                        "SIYU_OIDC_SECRET",
                        CLIENT_SECRET,
                        "SIYU_INTEGRATION_SECRET",
                        INTEGRATION_SECRET,
                        "SIYU_PUBLIC_URL",
                        "http://localhost:8080",
                        "JAVA_OPTS_APPEND",
                        "-XX:TieredStopAtLevel=1"));
        Path log = HOME.resolveSibling("keycloak.log");
        process = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > deadline) {
                throw new IllegalStateException("Keycloak does not start; see " + log);
            }
            pause();
        }
    }

    private static boolean answers() {
        try {
            return send(HttpRequest.newBuilder(URI.create(address + "/realms/siyu")))
                            .statusCode()
                    == 200;
        } catch (UncheckedIOException e) {
            return false;
        }
    }

    private static String adminToken() {
        return token(
                "/realms/master",
                Map.of(
                        "grant_type", "password",
                        "client_id", "admin-cli",
                        "username", "admin",
                        "password", ADMIN_PASSWORD));
    }

    /** The realm has it off, as it should be; a test has no browser to log in with. */
    private static void openPasswordGrant(String admin) throws IOException {
        String clients = address + "/admin/realms/siyu/clients";
        JsonNode client = JSON.readTree(send(authorised(admin, clients + "?clientId=siyu-mobile"))
                        .body())
                .get(0);
        ((ObjectNode) client).put("directAccessGrantsEnabled", true);
        put(admin, clients + "/" + client.get("id").asText(), client.toString());
    }

    private static void createUser(String admin, String name, String role) throws IOException {
        Map<String, Object> user = Map.of(
                "username",
                name,
                "enabled",
                true,
                "email",
                name + "@example.com",
                "emailVerified",
                true,
                "firstName",
                name,
                "lastName",
                "Test",
                "credentials",
                List.of(Map.of("type", "password", "value", passwordOf(name), "temporary", false)));
        HttpResponse<String> created = send(authorised(admin, address + "/admin/realms/siyu/users")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(user))));
        String userAddress = created.headers().firstValue("Location").orElseThrow();
        String realmRole = send(authorised(admin, address + "/admin/realms/siyu/roles/" + role))
                .body();
        send(authorised(admin, userAddress + "/role-mappings/realm")
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("[" + realmRole + "]")));
    }

    /** Deletes a person and makes another one of the same name, as somebody who leaves and a newcomer. */
    static void makeAnew(String user, String role) {
        try {
            String admin = adminToken();
            String users = address + "/admin/realms/siyu/users";
            String id = JSON.readTree(send(authorised(admin, users + "?exact=true&username=" + user))
                            .body())
                    .get(0)
                    .get("id")
                    .asText();
            send(authorised(admin, users + "/" + id).DELETE());
            createUser(admin, user, role);
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak does not make the person anew", e);
        }
    }

    private static void put(String admin, String to, String body) {
        send(authorised(admin, to)
                .header("Content-Type", "application/json")
                .PUT(HttpRequest.BodyPublishers.ofString(body)));
    }

    private static HttpRequest.Builder authorised(String token, String to) {
        return HttpRequest.newBuilder(URI.create(to)).header("Authorization", "Bearer " + token);
    }

    private static String token(String realm, Map<String, String> form) {
        String body = form.entrySet().stream()
                .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        HttpResponse<String> response =
                send(HttpRequest.newBuilder(URI.create(address + realm + "/protocol/openid-connect/token"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body)));
        try {
            return JSON.readTree(response.body()).get("access_token").asText();
        } catch (IOException | NullPointerException e) {
            throw new IllegalStateException("Keycloak gave no token: " + response.body(), e);
        }
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(300);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
