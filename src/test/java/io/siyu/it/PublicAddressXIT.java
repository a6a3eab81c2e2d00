package io.siyu.it;

import io.siyu.support.Closing;
import io.siyu.support.DatabaseServer;
import io.siyu.support.PackagedService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** Behind a proxy that ends TLS, the service goes by the address that it is configured with, whatever requests claim. */
class PublicAddressXIT {
    private static final Path FOLDER = Path.of("target/public-address");
    private static final String PROXY = "127.0.0.2";
    private static final String STRANGER = "127.0.0.1";
    private static final int PATIENCE_MILLIS = 30_000;

    private static DatabaseServer database;
    private static PackagedService service;

    @BeforeAll
    static void start() {
        database = new DatabaseServer(FOLDER);
        Map<String, String> settings = new HashMap<>(Map.of(
                "siyu.public-url", "https://siyu.example.com",
                "siyu.trusted-proxies", PROXY,
                "quarkus.http.access-log.enabled", "true",
                "quarkus.http.access-log.pattern", "SEEN %a %{i,X-Forwarded-Trusted-Proxy} %U"));
        // A login server that nobody has to start: what is tested is how people are sent to it.
        settings.putAll(Map.of(
                "quarkus.oidc.application-type", "hybrid",
                "quarkus.oidc.public-key", "",
                "quarkus.oidc.auth-server-url", "http://127.0.0.1:1/realms/siyu",
                "quarkus.oidc.discovery-enabled", "false",
                "quarkus.oidc.authorization-path", "/auth",
                "quarkus.oidc.token-path", "/token",
                "quarkus.oidc.jwks-path", "/certs",
                "quarkus.oidc.jwks.resolve-early", "false",
                "quarkus.oidc.credentials.secret", "of-the-test-and-nobody-else",
                "quarkus.http.auth.permission.console.policy", "authenticated"));
        settings.put("quarkus.oidc.end-session-path", "/logout");
        settings.put("quarkus.oidc.token-state-manager.encryption-secret", "of-the-test-and-of-nobody-else-at-all");
        service = new PackagedService("siyu1", FOLDER, database.url(), PackagedService.SMALL_AND_SOON_UP, settings)
                .start();
    }

    @AfterAll
    static void end() throws Exception {
        Closing.all(service, database);
    }

    @Test
    void theLoginLeadsBackToThePublicAddressWhateverHostIsClaimed() throws IOException {
        for (String from : List.of(STRANGER, PROXY)) {
            String answer = get(
                    from,
                    "/",
                    "Host: evil.example.net",
                    "X-Forwarded-Host: evil.example.net",
                    "X-Forwarded-Proto: http",
                    "Forwarded: host=evil.example.net;proto=http");
            assertThat(answer).startsWith("HTTP/1.1 302 ");
            String location = URLDecoder.decode(headerOf(answer, "location"), StandardCharsets.UTF_8);
            assertThat(location)
                    .contains("redirect_uri=https://siyu.example.com/login")
                    .doesNotContain("evil");
        }
    }

    @Test
    void cookiesAreSecureAndBrowsersStayWithTls() throws IOException {
        String page = get(STRANGER, "/", "Host: siyu.example.com");
        assertThat(headerOf(page, "set-cookie"))
                .startsWith("q_auth")
                .contains("; Secure")
                .containsIgnoringCase("; HttpOnly");
        for (String path : List.of("/", "/api/v1/me", "/nowhere")) {
            assertThat(headerOf(get(STRANGER, path, "Host: siyu.example.com"), "strict-transport-security"))
                    .startsWith("max-age=");
        }
    }

    @Test
    void onlyTheConfiguredProxyIsBelievedOnWhereARequestComesFrom() throws IOException {
        String[] claims = {"Host: siyu.example.com", "X-Forwarded-For: 203.0.113.9", "X-Forwarded-Trusted-Proxy: true"};
        get(STRANGER, "/api/v1/from-a-stranger", claims);
        get(PROXY, "/api/v1/from-the-proxy", claims);
        assertThat(service.log())
                .contains("SEEN " + STRANGER + " false /api/v1/from-a-stranger")
                .contains("SEEN 203.0.113.9 true /api/v1/from-the-proxy");
    }

    @Test
    void managementIsOnAPortOfItsOwn() throws IOException {
        for (String path : List.of("/q/health/ready", "/q/metrics", "/q/openapi")) {
            String answer = get(STRANGER, path, "Host: siyu.example.com");
            assertThat(answer).startsWith("HTTP/1.1 404 ");
            assertThat(headerOf(answer, "content-type")).startsWith("application/problem+json");
            assertThat(service.client().statusOf(path)).isEqualTo(200);
        }
        assertThat(get(URI.create(service.managementAddress()), STRANGER, "/api/v1/me", "Host: a"))
                .startsWith("HTTP/1.1 404 ");
    }

    @Test
    void damagedAddressesAreProblemsInThePackagedApplicationToo() throws IOException {
        for (String path : List.of("/api/v1/shops/%zz", "/api/v1/me?x=%zz", "/api/v1/me?" + "x".repeat(5000))) {
            String answer = get(STRANGER, path, "Host: siyu.example.com");
            assertThat(answer).startsWith("HTTP/1.1 4");
            assertThat(headerOf(answer, "content-type")).startsWith("application/problem+json");
        }
        for (String from : List.of(STRANGER, PROXY)) {
            String answer = get(from, "/", "Host: a^b");
            assertThat(answer).startsWith("HTTP/1.1 400 ");
            assertThat(headerOf(answer, "content-type")).startsWith("application/problem+json");
        }
    }

    private static String headerOf(String answer, String name) {
        for (String line : answer.split("\r\n\r\n", 2)[0].split("\r\n")) {
            if (line.toLowerCase(java.util.Locale.ROOT).startsWith(name + ":")) {
                return line.substring(name.length() + 1).strip();
            }
        }
        throw new AssertionError("No header " + name + " in " + answer);
    }

    private static String get(String from, String path, String... headers) throws IOException {
        return get(URI.create(service.address()), from, path, headers);
    }

    private static String get(URI to, String from, String path, String... headers) throws IOException {
        try (Socket socket = new Socket(to.getHost(), to.getPort(), InetAddress.getByName(from), 0)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            String request =
                    "GET " + path + " HTTP/1.1\r\n" + String.join("\r\n", headers) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
