package io.siyu.platform.edge.body;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.RawConnection;
import io.siyu.support.RawConnection.Answer;
import io.siyu.support.TestShop;
import io.siyu.support.Waiting;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import jakarta.inject.Inject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

@QuarkusTest
@QuarkusTestResource(Database.class)
class BodyIntakeResourceTest {
    private static final String JSON = "Content-Type: application/json";
    private static final String FORM = "Content-Type: multipart/form-data; boundary=x";
    private static final String SIGNED = "X-Shopify-Hmac-SHA256: AAAA";
    private static final int PLACES_OF_PERSON = 50;
    private static final int PLACES_OF_ADDRESS = 200;
    private static final int SHARE_OF_PERSON = 8 << 20;
    private static final long MEMORY = 64L << 20;
    private static final String CHUNKED = "Transfer-Encoding: chunked";
    private static final String FILE =
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"o.csv\"\r\n\r\n";
    private static final byte[] BLANKS = " ".repeat(65_536).getBytes();
    private static final int CHUNKS_OF_3_MB = 48;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    @ConfigProperty(name = "quarkus.http.body.uploads-directory")
    Path arriving;

    @Inject
    BodyIntake intake;

    private TestShop shop;

    @BeforeEach
    void open() {
        shop = TestShop.create();
    }

    @Test
    void whatSaysThatItIsTooLargeIsRefusedBeforeItComes() {
        refused(413, "TOO_LARGE", "/shops", as("admin"), JSON, "Content-Length: 2097153");
        refused(413, "TOO_LARGE", hook(), SIGNED, JSON, "Content-Length: 2097153");
        refused(413, "TOO_LARGE", orders(), as("marketer"), JSON, "Content-Length: 8388609");
        refused(413, "TOO_LARGE", imports(), as("marketer"), FORM, "Content-Length: 1073807361");
        refused(413, "TOO_LARGE", materials(), as("staff1"), FORM, "Content-Length: 21037057");
    }

    @Test
    void whatTurnsOutTooLargeIsCutOff() {
        assertThat(statusOf("/shops", CHUNKS_OF_3_MB, as("admin"), JSON, CHUNKED))
                .isEqualTo(413);
        assertThat(statusOf(
                        "/shops", CHUNKS_OF_3_MB, as("admin"), JSON, CHUNKED, "Idempotency-Key: " + UUID.randomUUID()))
                .isEqualTo(413);
        assertThat(statusOf(hook(), CHUNKS_OF_3_MB, JSON, CHUNKED, SIGNED)).isEqualTo(413);
        assertThat(statusOf(orders(), CHUNKS_OF_3_MB, as("marketer"), JSON, CHUNKED))
                .as("blanks are no orders, but no more than may come")
                .isEqualTo(400);
    }

    @Test
    void ofACutOffUploadNothingIsLeft() {
        Set<Path> before = filesArriving();
        try (RawConnection client = RawConnection.to(RestAssured.port)) {
            client.sendHead("POST", "/api/v1" + materials(), as("staff1"), FORM, CHUNKED)
                    .sendChunks(FILE.getBytes(), 1)
                    .sendChunks(BLANKS, 21 * 16);
            assertThat(client.answer().status()).isEqualTo(413);
        }
        assertThat(filesArriving()).isSubsetOf(before);
    }

    @Test
    void ofAnUploadThatBreaksOffNothingIsLeft() {
        Set<Path> before = filesArriving();
        RawConnection client = RawConnection.to(RestAssured.port);
        client.sendHead("POST", "/api/v1" + imports(), as("marketer"), FORM, CHUNKED)
                .sendChunks(FILE.getBytes(), 1)
                .sendChunks(BLANKS, 3);
        Waiting.until("some of it is on the disk", PATIENCE, () -> !before.containsAll(filesArriving()));

        client.close();

        Waiting.until("it is gone", PATIENCE, () -> before.containsAll(filesArriving()));
    }

    @Test
    void whoMayNotSendIsToldSoBeforeTheBodyComes() {
        Set<Path> before = filesArriving();
        String large = "Content-Length: 1000000000";
        refused(401, "UNAUTHENTICATED", imports(), FORM, large);
        refused(401, "UNAUTHENTICATED", imports(), "Authorization: Bearer nonsense", FORM, large);
        refused(403, "FORBIDDEN", imports(), as("staff1"), FORM, large);
        refused(404, "NOT_FOUND", "/shops/1/order-imports", as("marketer"), FORM, large);
        refused(401, "UNAUTHENTICATED", "/shops", JSON, "Content-Length: 1000000");
        refused(403, "FORBIDDEN", "/shops", as("staff1"), JSON, "Content-Length: 1000000");
        assertThat(filesArriving()).isSubsetOf(before);
    }

    @Test
    void aWebhookThatIsNotSignedIsRefusedBeforeItComes() {
        String length = "Content-Length: 20";
        refused(401, "UNAUTHENTICATED", hook(), JSON, length);
        refused(401, "UNAUTHENTICATED", hook(), CHUNKED);
        refused(404, "NOT_FOUND", "/hooks/nobody/" + shop.id(), SIGNED, length);
        String woo = "/hooks/woocommerce/" + shop.id();
        String ping = "Content-Type: application/x-www-form-urlencoded";
        refused(401, "UNAUTHENTICATED", woo, JSON, length);
        refused(401, "UNAUTHENTICATED", woo, ping, "Content-Length: 41");
        refused(401, "UNAUTHENTICATED", woo, ping, CHUNKED);
        refused(401, "UNAUTHENTICATED", woo, ping, "Content-Length: 5000000000");
        refused(415, "UNSUPPORTED_MEDIA", woo, "Content-Type: ;;;", length);
    }

    @Test
    void strangersTakeNoPlacesFromThePeopleBehindTheirAddress() {
        String address = "127.0.0.9";
        List<RawConnection> silent = new ArrayList<>();
        try {
            for (int i = 0; i < PLACES_OF_ADDRESS; i++) {
                silent.add(halfBody(address, hook(), SIGNED));
            }
            // Whoever asks while the last one is still on its way has its place: then another one takes it.
            Waiting.until("all places are taken", PATIENCE, () -> {
                silent.add(halfBody(address, hook(), SIGNED));
                return isTurnedAway(address, hook(), SIGNED);
            });

            assertThat(newShop(address, "admin")).isEqualTo(201);
            assertThat(isTurnedAway("127.0.0.10", hook(), SIGNED)).isFalse();
        } finally {
            silent.forEach(RawConnection::close);
        }
        Waiting.until("they have come free", PATIENCE, () -> !isTurnedAway(address, hook(), SIGNED));
    }

    @Test
    void aPersonHasSoManyPlacesFromWherever() {
        List<RawConnection> silent = new ArrayList<>();
        try {
            for (int i = 0; i < PLACES_OF_PERSON; i++) {
                silent.add(halfBody("127.0.0." + (11 + i % 2), orders(), as("marketer")));
            }
            Waiting.until("all are taken", PATIENCE, () -> {
                silent.add(halfBody("127.0.0.12", orders(), as("marketer")));
                return isTurnedAway("127.0.0.13", orders(), as("marketer"));
            });

            assertThat(newShop("127.0.0.11", "admin")).isEqualTo(201);
        } finally {
            silent.forEach(RawConnection::close);
        }
        Waiting.until("they have come free", PATIENCE, () -> !isTurnedAway("127.0.0.13", orders(), as("marketer")));
    }

    @Test
    void aPersonHoldsNoMoreThanAShareOfTheMemory() {
        try (RawConnection client = RawConnection.to(RestAssured.port)) {
            client.sendHead("POST", "/api/v1" + orders(), as("marketer"), JSON, "Content-Length: " + SHARE_OF_PERSON)
                    .send(new byte[SHARE_OF_PERSON - 1]);
            Waiting.until("all of it is held", PATIENCE, () -> intake.memoryLeft() <= MEMORY - SHARE_OF_PERSON + 1);

            assertThat(isTurnedAway("127.0.0.1", orders(), as("marketer"))).isTrue();
            assertThat(newShop("127.0.0.1", "admin")).isEqualTo(201);
        }
        Waiting.until("it has come free", PATIENCE, () -> !isTurnedAway("127.0.0.1", orders(), as("marketer")));
    }

    /** Whether there is no room for another small body; else it is refused for what it is. */
    private static boolean isTurnedAway(String address, String path, String header) {
        try (RawConnection client = RawConnection.from(address, RestAssured.port)) {
            Answer answer = client.sendHead("POST", "/api/v1" + path, JSON, header, "Content-Length: 2")
                    .send("{}")
                    .answer();
            assertThat(answer.header("content-type")).startsWith("application/problem+json");
            assertThat(answer.status()).isIn(400, 401, 429);
            boolean isTurnedAway = answer.status() == 429;
            assertThat(answer.header("retry-after")).isEqualTo(isTurnedAway ? "1" : "");
            return isTurnedAway;
        }
    }

    private static RawConnection halfBody(String address, String path, String header) {
        return RawConnection.from(address, RestAssured.port)
                .sendHead("POST", "/api/v1" + path, JSON, header, "Content-Length: 1000")
                .send("half");
    }

    private static int newShop(String address, String user) {
        String body = "{\"name\":\"Meanwhile\",\"platform\":\"TAOBAO\"}";
        try (RawConnection client = RawConnection.from(address, RestAssured.port)) {
            return client.sendHead("POST", "/api/v1/shops", as(user), JSON, "Content-Length: " + body.length())
                    .send(body)
                    .answer()
                    .status();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "multipart/form-data|name=\"file\"",
                "multipart/form-data; boundary=|name=\"file\"",
                "multipart/form-data; boundary=x; charset=nowhere|name=\"file\"",
                "multipart/form-data; boundary=x|",
                "multipart/form-data; boundary=x|name=",
                "multipart/form-data; boundary=x|name=\"file\"; filename*=nowhere''o.csv",
                "multipart/form-data; boundary=y|name=\"file\"",
            })
    void aFormThatCannotBeReadIsAProblem(String type, String disposition) {
        String form = "--x\r\nContent-Disposition: form-data; " + disposition + "\r\n\r\nabc\r\n--x--\r\n";
        for (String path : List.of(materials(), imports())) {
            try (RawConnection client = RawConnection.to(RestAssured.port)) {
                Answer answer = client.sendHead(
                                "POST",
                                "/api/v1" + path,
                                as("admin"),
                                "Content-Type: " + type,
                                "Idempotency-Key: " + UUID.randomUUID(),
                                "Content-Length: " + form.length())
                        .send(form)
                        .answer();
                assertThat(answer.status()).as(answer.body()).isEqualTo(400);
                assertThat(answer.header("content-type")).startsWith("application/problem+json");
                assertThat(answer.body()).contains("MALFORMED_REQUEST");
            }
        }
    }

    @Test
    void whoIsRefusedAndGoesOnSendingReadsTheAnswerAndIsHungUpOn() {
        try (RawConnection client = RawConnection.to(RestAssured.port)) {
            client.sendHead("POST", "/api/v1/shops", as("staff1"), JSON, "Content-Length: 100000000")
                    .send(BLANKS);

            Answer answer = client.answer();

            assertThat(answer.status()).isEqualTo(403);
            assertThat(answer.header("connection")).isEqualTo("close");
            assertThat(client.isHungUp()).isTrue();
        }
    }

    @Test
    void whoAsksFirstIsToldToGoOnOnlyIfTheBodyIsWanted() {
        String body = "{\"name\":\"Asked first\",\"platform\":\"TAOBAO\"}";
        try (RawConnection client = RawConnection.to(RestAssured.port)) {
            client.sendHead(
                    "POST",
                    "/api/v1/shops",
                    as("admin"),
                    JSON,
                    "Expect: 100-continue",
                    "Content-Length: " + body.length());
            assertThat(client.answer().status()).isEqualTo(100);
            assertThat(client.send(body).answer().status()).isEqualTo(201);
        }
        refused(403, "FORBIDDEN", "/shops", as("staff1"), JSON, "Expect: 100-continue", "Content-Length: 100");
    }

    @Test
    void aConnectionServesOneRequestAfterAnother() {
        String body = "{\"name\":\"One of several\",\"platform\":\"TAOBAO\"}";
        try (RawConnection client = RawConnection.to(RestAssured.port)) {
            for (int i = 0; i < 3; i++) {
                client.sendHead("POST", "/api/v1/shops", as("admin"), JSON, "Content-Length: " + body.length())
                        .send(body);
                assertThat(client.answer().status()).isEqualTo(201);
            }
        }
    }

    @Test
    void theSameHoldsForHttp2() throws IOException, InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        HttpResponse<String> first = client.send(http2("/shops").build(), HttpResponse.BodyHandlers.ofString());
        assertThat(first.version()).isEqualTo(HttpClient.Version.HTTP_2);

        assertThat(statusOf(client, "admin", BodyPublishers.ofString("{\"name\":\"Two\",\"platform\":\"TAOBAO\"}")))
                .isEqualTo(201);
        assertThat(statusOf(client, "staff1", BodyPublishers.ofByteArray(BLANKS)))
                .isEqualTo(403);
        assertThat(statusOf(client, "admin", BodyPublishers.ofByteArray(new byte[3_000_000])))
                .isEqualTo(413);
        assertThat(statusOf(client, "admin", BodyPublishers.noBody())).isEqualTo(400);
        assertThat(client.send(http2("/shops").build(), HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    private static int statusOf(HttpClient client, String user, HttpRequest.BodyPublisher body)
            throws IOException, InterruptedException {
        HttpRequest request = http2("/shops")
                .setHeader("Authorization", "Bearer " + As.token(user))
                .header("Content-Type", "application/json")
                .POST(body)
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode();
    }

    private static HttpRequest.Builder http2(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/api/v1" + path))
                .header("Authorization", "Bearer " + As.token("admin"));
    }

    @Test
    void aBodyMayComeWhereNoneIsAskedFor() {
        As.admin()
                .contentType(ContentType.JSON)
                .body("{}")
                .get("/shops/{shop}/staff", shop.id())
                .then()
                .statusCode(200);
        As.admin()
                .contentType(ContentType.JSON)
                .body("{}")
                .post("/shops/{shop}/nothing", shop.id())
                .then()
                .statusCode(404)
                .body("code", equalTo("NOT_FOUND"));
    }

    private static void refused(int status, String code, String path, String... headers) {
        try (RawConnection client = RawConnection.to(RestAssured.port)) {
            Answer answer = client.sendHead("POST", "/api/v1" + path, headers).answer();
            assertThat(answer.status()).as(path).isEqualTo(status);
            assertThat(answer.header("content-type")).startsWith("application/problem+json");
            assertThat(answer.body()).contains("\"code\":\"" + code + '"');
            assertThat(client.isHungUp()).isTrue();
        }
    }

    private static int statusOf(String path, int chunks, String... headers) {
        try (RawConnection client = RawConnection.to(RestAssured.port)) {
            return client.sendHead("POST", "/api/v1" + path, headers)
                    .sendChunks(BLANKS, chunks)
                    .sendChunks(new byte[0], 1)
                    .answer()
                    .status();
        }
    }

    private static String as(String user) {
        return "Authorization: Bearer " + As.token(user);
    }

    private String hook() {
        return "/hooks/shopify/" + shop.id();
    }

    private String orders() {
        return "/shops/" + shop.id() + "/orders";
    }

    private String imports() {
        return "/shops/" + shop.id() + "/order-imports";
    }

    private String materials() {
        return "/shops/" + shop.id() + "/materials";
    }

    private Set<Path> filesArriving() {
        if (!Files.isDirectory(arriving)) {
            return Set.of();
        }
        try (Stream<Path> files = Files.list(arriving)) {
            return files.collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
