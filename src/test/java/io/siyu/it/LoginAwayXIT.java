package io.siyu.it;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.siyu.support.Closing;
import io.siyu.support.DatabaseServer;
import io.siyu.support.LoginServer;
import io.siyu.support.PackagedService;
import io.siyu.support.RawConnection;
import io.siyu.support.Waiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** A login server that is away: whoever needs it is told so, soon, and served once it is back, without a restart. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LoginAwayXIT {
    private static final Path FOLDER = Path.of("target/login-away");
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int AT_ONCE = 20;

    private static DatabaseServer database;
    private static LoginServer login;
    private static PackagedService service;

    @BeforeAll
    static void start() {
        database = new DatabaseServer(FOLDER);
        login = new LoginServer();
        login.goSilent();
        service = new PackagedService(
                "siyu1", FOLDER, database.url(), PackagedService.SMALL_AND_SOON_UP, login.settings());
        service.launch();
        Waiting.until("it is up", PATIENCE, () -> service.client().statusOf("/q/health/live") == 200);
    }

    @AfterAll
    static void end() throws Exception {
        Closing.all(service, login, database);
    }

    @Test
    @Order(1)
    void oneThatIsSilentAtTheStartIsToldOf() throws IOException {
        assertThat(service.client().textOf("/q/health/ready")).contains("login").contains("DOWN");
        assertAllRefused();
        assertThat(service.client().statusOf("/nowhere")).isEqualTo(404);
    }

    @Test
    @Order(2)
    void oneThatRefusesIsToldOf() throws IOException {
        login.close();
        assertAllRefused();
    }

    @Test
    @Order(3)
    void oneThatIsNotAbleToWorkIsToldOf() throws IOException {
        login.goBad();
        assertAllRefused();
    }

    @Test
    @Order(4)
    void onceItIsThereAllIsWell() {
        login.open();
        service.awaitReady();
        assertThat(service.client().answerTo("admin", "/me").statusCode()).isEqualTo(200);
        assertThat(page("/").status()).isEqualTo(302);
    }

    @Test
    @Order(5)
    void onlyALoginNeedsItWhileItIsAwayAgain() throws IOException {
        String cookie = page("/").header("set-cookie").split(";", 2)[0];
        String back = "/login?code=any&state=" + cookie.substring("q_auth_".length(), cookie.indexOf('='));
        login.goSilent();
        assertThat(service.client().answerTo("admin", "/me").statusCode()).isEqualTo(200);
        assertThat(page("/").status()).isEqualTo(302);
        long asked = System.nanoTime();
        assertIsPage(page(back, "Cookie: " + cookie, "Accept: text/html"), "再试一次");
        asked = System.nanoTime();
        RawConnection.Answer answer = page(back, "Cookie: " + cookie);
        assertThat(since(asked)).isLessThan(SOON);
        assertIsRefusal(answer.status(), answer.header("content-type"), answer.header("retry-after"), answer.body());

        login.open();
        assertThat(page(back, "Cookie: " + cookie).status())
                .as("a code that is no good is not the server's fault")
                .isEqualTo(401);
    }

    private static void assertAllRefused() throws IOException {
        // What readiness asks for at the same time may be refused in the place of one of these, and no less soon.
        List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, AT_ONCE)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    long asked = System.nanoTime();
                    HttpResponse<String> answer = service.client().answerTo("admin", "/me");
                    assertThat(since(asked)).isLessThan(SOON);
                    return answer;
                }))
                .toList();
        for (CompletableFuture<HttpResponse<String>> answer : answers) {
            HttpResponse<String> refusal = answer.join();
            assertIsRefusal(
                    refusal.statusCode(),
                    refusal.headers().firstValue("Content-Type").orElse(""),
                    refusal.headers().firstValue("Retry-After").orElse(""),
                    refusal.body());
        }
        long asked = System.nanoTime();
        RawConnection.Answer page = page("/");
        assertThat(since(asked)).isLessThan(SOON);
        assertIsRefusal(page.status(), page.header("content-type"), page.header("retry-after"), page.body());
        assertIsPage(page("/", "Accept: text/html,*/*;q=0.8"), "暂时无法登录");
        assertIsPage(page("/", "Accept: text/html", "Accept-Language: en-GB"), "Try again");
        assertThat(service.log())
                .contains("the login server is away")
                .doesNotContain("Exception occurred during authorization")
                .doesNotContain("\tat io.quarkus.vertx.http");
    }

    private static void assertIsPage(RawConnection.Answer page, String words) {
        assertThat(page.status()).as(page.body()).isEqualTo(503);
        assertThat(page.header("content-type")).startsWith("text/html");
        assertThat(page.header("retry-after")).isNotBlank();
        assertThat(page.header("content-security-policy")).contains("default-src 'none'");
        assertThat(page.body()).contains(words, "<a href=\"/\">").doesNotContain("<script", "style=");
    }

    private static void assertIsRefusal(int status, String type, String retryAfter, String body) throws IOException {
        assertThat(status).as(body).isEqualTo(503);
        assertThat(type).isEqualTo("application/problem+json");
        assertThat(retryAfter).isNotBlank();
        JsonNode problem = new ObjectMapper().readTree(body);
        assertThat(problem.get("code").asText()).isEqualTo("LOGIN_UNAVAILABLE");
        assertThat(problem.get("requestId").asText()).isNotBlank();
    }

    private static RawConnection.Answer page(String path, String... headers) {
        try (RawConnection browser = RawConnection.to(service.port())) {
            return browser.sendHead("GET", path, headers).answer();
        }
    }

    private static Duration since(long nanoTime) {
        return Duration.ofNanos(System.nanoTime() - nanoTime);
    }
}
