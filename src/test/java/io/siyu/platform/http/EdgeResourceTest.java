package io.siyu.platform.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.RawConnection;
import io.siyu.support.Waiting;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.SubmissionPublisher;
import java.util.concurrent.TimeUnit;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.oneOf;

/** What the HTTP layer refuses before any resource sees it is problem+json as well. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class EdgeResourceTest {
    private static final int PATIENCE_MILLIS = 20_000;

    @ParameterizedTest
    @ValueSource(strings = {"/nowhere", "/api", "/api/v1", "/api/v1/nothing", "/api/v2/shops", "/web/no.js", "/a/../b"})
    void whatIsNotThereIsAProblem(String path) {
        given().get(path)
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("code", equalTo("NOT_FOUND"));
    }

    @Test
    void aMethodThatIsNotOfferedIsAProblemThatNamesTheOthers() {
        As.admin()
                .delete("/me")
                .then()
                .statusCode(405)
                .contentType("application/problem+json")
                .header("Allow", containsString("GET"))
                .body("code", equalTo("METHOD_NOT_ALLOWED"));
    }

    @Test
    void mediaTypesThatAreNotOfferedAreProblems() {
        As.admin().accept("application/xml").get("/me").then().statusCode(406).contentType("application/problem+json");
        As.admin()
                .contentType("text/plain")
                .body("x")
                .post("/shops")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("code", equalTo("UNSUPPORTED_MEDIA"));
    }

    @ParameterizedTest
    @CsvSource({"/,/", "/login,/login", "/logout,/", "/index.html,/index.html"})
    void aSessionThatCannotBeReadLeadsToTheLogin(String page, String goesTo) {
        As.nobody()
                .basePath("")
                .redirects()
                .follow(false)
                .accept("text/html")
                .header("Cookie", "q_session=garbage; q_session_chunk_1=more")
                .get(page)
                .then()
                .statusCode(302)
                .header("Location", goesTo)
                .cookie("q_session", "")
                .cookie("q_session_chunk_1", "");
        As.nobody()
                .basePath("")
                .redirects()
                .follow(false)
                .accept("text/html")
                .get(goesTo)
                .then()
                .statusCode(302)
                .header("Location", containsString("/authorize"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"|", "||", "other", "other|e30", "abc|garbage", "abc|%%%", "abc|eyJ"})
    void aLoginThatWasSpoiltHalfWayIsBegunAnew(String cookie) {
        RequestSpecification browser =
                As.nobody().basePath("").redirects().follow(false).header("Cookie", "q_auth_abc=" + cookie);
        browser.get("/login?state=abc&code=x")
                .then()
                .statusCode(302)
                .header("Location", "/")
                .cookie("q_auth_abc", "");
        As.nobody()
                .header("Cookie", "q_auth_abc=" + cookie)
                .get("/me?state=abc&code=x")
                .then()
                .statusCode(oneOf(400, 401))
                .contentType("application/problem+json");
    }

    @Test
    void aLoginOfAnotherTabDoesNotKeepAnybodyFromLoggingIn() {
        for (String path : List.of("/", "/login", "/login?state=other&code=x")) {
            As.nobody()
                    .basePath("")
                    .redirects()
                    .follow(false)
                    .header("Cookie", "q_auth_abc=|")
                    .get(path)
                    .then()
                    .statusCode(302)
                    .header("Location", containsString("/authorize"));
        }
    }

    @Test
    void headersThatAreTooLargeAreAProblem() throws IOException {
        for (int size : List.of(21_000, 60_000)) {
            assertIsProblem(
                    raw("GET /api/v1/me HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX-Large: " + "a".repeat(size)
                            + "\r\n\r\n"),
                    431);
        }
        assertIsProblem(
                raw("GET /api/v1/me HTTP/1.1\r\nHost: a\r\nConnection: close\r\nX-Large: " + "a".repeat(20_000)
                        + "\r\n\r\n"),
                401);
    }

    @Test
    void aProgramIsToldThatItsSessionIsNone() {
        As.nobody()
                .header("Cookie", "q_session=garbage")
                .get("/me")
                .then()
                .statusCode(401)
                .body("code", equalTo("UNAUTHENTICATED"));
    }

    @Test
    void plainTextIsNotTakenForARequestOfOneText() {
        As.marketer()
                .contentType("text/plain")
                .body("{\"text\":\"谈好了\"}")
                .put("/campaigns/1/objections/1/resolution")
                .then()
                .statusCode(415)
                .contentType("application/problem+json")
                .body("code", equalTo("UNSUPPORTED_MEDIA"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Accept|application/json;q=x",
                "Accept|a b c",
                "Accept|/",
                "Content-Type|application/json; charset=nowhere",
                "Content-Type|;;;",
                "Content-Type|application",
                "Accept-Language|*;q=2",
                "Accept-Language|zh;q=abc, en",
                "Accept-Language|x-",
                "Accept-Language|_",
                "If-Match|nonsense",
                "If-None-Match|nonsense",
                "Range|bytes=a-b",
                "Cookie|=;;=,",
                "Expect|nothing",
                "Content-Encoding|nothing",
                "If-Modified-Since|yesterday"
            })
    void damagedHeadersHurtNobody(String header, String value) throws IOException {
        String answer =
                raw("POST /api/v1/shops HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: Bearer "
                        + As.token("admin") + "\r\n"
                        + (header.equals("Content-Type") ? "" : "Content-Type: application/json\r\n")
                        + header + ": " + value + "\r\nContent-Length: 2\r\n\r\n{}");
        assertIsProblem(answer, 400, 406, 415, 417);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bearer",
                "Bearer ",
                "Bearer ...",
                "Bearer ..",
                "Bearer a.b.c",
                "Bearer e30.e30.",
                "Bearer eyJhbGciOiJub25lIn0.e30.",
                "bearer x",
                "BearerX",
                "Basic YTpi",
                "Basic",
                "Digest x",
                "Bearer \u00e9",
                "Bearer x, Bearer y",
                "DPoP a.b.c",
                "..."
            })
    void whatIsNoTokenIsRefusedWithAChallenge(String authorization) throws IOException {
        String end =
                " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nAuthorization: " + authorization + "\r\n\r\n";
        String answer = raw("GET /api/v1/me" + end);
        assertIsProblem(answer, 401);
        assertThat(answer.toLowerCase(Locale.ROOT)).contains("\r\nwww-authenticate: bearer");
        String page = raw("GET /" + end);
        assertThat(page).startsWith("HTTP/1.1 401 ");
        assertThat(page.toLowerCase(Locale.ROOT)).contains("\r\nwww-authenticate: bearer");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/me HTTP/1.1\r\n",
                "GET /api/v1/me HTTP/1.1\r\nHost: a b\r\n",
                "GET /api/v1/me HTTP/1.1\r\nHost: a^b\r\n",
                "GET /api/v1/me HTTP/1.1\r\nHost: [::\r\n",
                "GET /api/v1/me HTTP/1.1\r\nHost: a:b\r\n",
                "GET /api/v1/me HTTP/1.1\r\nHost: user@a\r\n",
                "GET /api/v1/me HTTP/1.1\r\nHost: a/b\r\n",
                "GET /api/v1/me HTTP/1.1\r\nHost:\r\n",
                "GET /api/v1/me HTTP/1.1\r\nHost: a\r\nHost: b\r\n",
                "GET / HTTP/1.1\r\nHost: a^b\r\n",
                "GET /api/v1/shops/%zz HTTP/1.1\r\nHost: a\r\n",
                "GET /api/v1/shops/% HTTP/1.1\r\nHost: a\r\n",
                "GET /api/v1/shops/%00 HTTP/1.1\r\nHost: a\r\n",
                "GET /api/v1/shops/%ff HTTP/1.1\r\nHost: a\r\n",
                "GET /api/v1/shops/%ed%a0%80 HTTP/1.1\r\nHost: a\r\n",
                "GET /api/v1/shops?after=%zz HTTP/1.1\r\nHost: a\r\n",
                "GET /api/v1/shops?after=%00 HTTP/1.1\r\nHost: a\r\n",
                "GET /api/v1/shops?%zz=1 HTTP/1.1\r\nHost: a\r\n",
                "GET /api/v1/shops?after=%c3 HTTP/1.1\r\nHost: a\r\n",
            })
    void addressesThatCannotBeReadAreRefused(String head) throws IOException {
        assertIsProblem(raw(head + "Connection: close\r\n\r\n"), 400);
    }

    @Test
    void anAddressThatIsTooLongIsAProblem() throws IOException {
        assertIsProblem(
                raw("GET /api/v1/shops?after=" + "a".repeat(5000)
                        + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n"),
                414);
    }

    @Test
    void refusalsOfTheHttpLayerAreToldInTheClientsLanguageOrInEnglish() {
        for (String language : new String[] {"zh-CN,zh;q=0.9", "fr", "*;q=0.5", "", " , en"}) {
            given().header("Accept-Language", language)
                    .get("/nowhere")
                    .then()
                    .statusCode(404)
                    .contentType("application/problem+json");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"*;q=2", "en;q=0.1, zh;q=abc", "zh;q=-1", "en;q=", "zh;q=NaN", "-", "zh_CN", ";"})
    void whatIsNoListOfLanguagesIsRefused(String languages) {
        for (String path : List.of("/api/v1/me", "/nowhere")) {
            given().header("Accept-Language", languages)
                    .get(path)
                    .then()
                    .statusCode(400)
                    .contentType("application/problem+json")
                    .body("code", equalTo("MALFORMED_REQUEST"))
                    .body("violations[0].field", equalTo("Accept-Language"));
        }
    }

    @Test
    void aRequestThatCannotBeReadLeavesItsConnectionToTheNext() {
        try (RawConnection client = RawConnection.to(RestAssured.port)) {
            for (int i = 0; i < 3; i++) {
                assertThat(client.sendHead("GET", "/api/v1/%00").answer().status())
                        .isEqualTo(400);
                assertThat(client.sendHead("GET", "/nowhere").answer().status()).isEqualTo(404);
            }
        }
    }

    @Test
    void anHttp2RequestThatCannotBeReadLeavesItsConnectionToTheOthers() throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        assertThat(client.send(http2("/nowhere").build(), BodyHandlers.ofString())
                        .version())
                .isEqualTo(HttpClient.Version.HTTP_2);
        byte[] shop = "{\"name\":\"Slow\",\"platform\":\"TAOBAO\"}".getBytes(StandardCharsets.UTF_8);
        CompletableFuture<HttpResponse<String>> slow;
        try (SubmissionPublisher<ByteBuffer> body = new SubmissionPublisher<>()) {
            slow = client.sendAsync(
                    http2("/api/v1/shops")
                            .header("Content-Type", "application/json")
                            .header("Authorization", "Bearer " + As.token("admin"))
                            .POST(BodyPublishers.fromPublisher(body, shop.length))
                            .build(),
                    BodyHandlers.ofString());
            Waiting.until("its body is asked for", Duration.ofSeconds(30), () -> body.getNumberOfSubscribers() > 0);
            body.submit(ByteBuffer.wrap(shop, 0, 1));
            for (HttpRequest bad : List.of(
                    http2("/api/v1/%00").build(),
                    http2("/api/v1/%00")
                            .POST(BodyPublishers.ofByteArray(new byte[100_000]))
                            .build())) {
                HttpResponse<String> refusal = client.send(bad, BodyHandlers.ofString());
                assertThat(refusal.statusCode()).isEqualTo(400);
                assertThat(refusal.version()).isEqualTo(HttpClient.Version.HTTP_2);
            }
            body.submit(ByteBuffer.wrap(shop, 1, shop.length - 1));
        }
        assertThat(slow.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS).statusCode())
                .isEqualTo(201);
    }

    private static HttpRequest.Builder http2(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path));
    }

    @Test
    void thePagesOfTheConsoleAreNoProblem() {
        given().redirects().follow(false).get("/").then().statusCode(302);
    }

    private static void assertIsProblem(String answer, Integer... statuses) throws IOException {
        String head = answer.split("\r\n\r\n", 2)[0];
        assertThat(head).startsWith("HTTP/1.1 ");
        int status = Integer.parseInt(head.substring(9, 12));
        assertThat(status).as(answer).isIn(Arrays.asList(statuses));
        assertThat(head.toLowerCase(Locale.ROOT)).as(answer).contains("content-type: application/problem+json");
        JsonNode problem = new ObjectMapper().readTree(answer.split("\r\n\r\n", 2)[1]);
        assertThat(problem.get("status").asInt()).isEqualTo(status);
        assertThat(problem.get("code").asText()).isNotBlank();
    }

    private static String raw(String request) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
