package io.siyu.it;

import io.siyu.support.Closing;
import io.siyu.support.DatabaseServer;
import io.siyu.support.PackagedService;
import io.siyu.support.RawConnection;
import io.siyu.support.RawConnection.Answer;
import io.siyu.support.Tokens;
import io.siyu.support.Waiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whoever sends half of a request, or too many, takes nothing from the others. Each address of this machine is another
 * client.
 */
class EdgeXIT {
    private static final Path FOLDER = Path.of("target/edge");
    private static final String FILE =
            "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"o.csv\"\r\n\r\n";
    private static final String JSON = "Content-Type: application/json";
    private static final int SOCKETS_OF_ADDRESS = 100;
    private static final int FILES_OF_PERSON = 3;
    private static final int FAR_MORE_THAN_THE_BURST = 20_000;
    private static final int FAR_LESS_THAN_THE_BURST = 50;
    private static final int MB_OF_LARGE_FILE = 300;
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int DOWNLOADS_OF_PERSON = 6;
    private static final int WORKERS = DOWNLOADS_OF_PERSON - 1;
    private static final int STREAMS_OF_PERSON = 10;
    private static final int DOUBLINGS = 16;
    private static final long FAR_MORE_THAN_A_SOCKET_HOLDS = 9_000_000;
    private static final Duration A_WHILE = Duration.ofSeconds(2);
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            entry("siyu.edge.body-time", "15s"),
            entry("siyu.edge.file-silence", "10s"),
            entry("siyu.edge.files-of-person", String.valueOf(FILES_OF_PERSON)),
            entry("siyu.edge.bodies-of-person", String.valueOf(SOCKETS_OF_ADDRESS)),
            entry("siyu.download.of-person", String.valueOf(DOWNLOADS_OF_PERSON)),
            entry("siyu.download.silence", "20s"),
            // Fewer than there are slow readers.
            entry("quarkus.thread-pool.max-threads", String.valueOf(WORKERS)),
            entry("siyu.edge.rates.enabled", "true"),
            entry("siyu.edge.rates.address-per-second", "2"),
            entry("siyu.edge.rates.address-burst", "300"),
            entry("siyu.edge.rates.stranger-in-all-per-second", "1"),
            entry("siyu.edge.rates.stranger-in-all-burst", String.valueOf(SOCKETS_OF_ADDRESS)),
            entry("siyu.edge.rates.person-per-second", "1"),
            entry("siyu.edge.rates.person-burst", "200"));

    private static DatabaseServer database;
    private static PackagedService service;
    private static String shop;

    @BeforeAll
    static void start() {
        database = new DatabaseServer(FOLDER);
        service = new PackagedService(
                        "edge", FOLDER, database.url(), List.of("-Xmx256m", "-XX:TieredStopAtLevel=1"), SETTINGS)
                .start();
        shop = service.client().createShop("At the edge");
    }

    @AfterAll
    static void end() throws Exception {
        Closing.all(service, database);
    }

    @Test
    void hundredsOfHalfSentBodiesHoldUpNobodyAndAreTimedOut() {
        List<RawConnection> silent = new ArrayList<>();
        try {
            for (int client = 2; client <= 4; client++) {
                for (int i = 0; i < SOCKETS_OF_ADDRESS; i++) {
                    silent.add(half("127.0.0." + client, "/hooks/shopify/" + shop, "X-Shopify-Hmac-SHA256: AAAA"));
                    silent.add(half("127.0.1." + client, "/shops", as("admin" + client)));
                }
            }
            assertThat(silent).hasSizeGreaterThan(500);

            for (int i = 0; i < 5; i++) {
                assertThat(service.client().statusOf("/q/health/live")).isEqualTo(200);
                assertThat(service.client().statusOf("/q/health/ready")).isEqualTo(200);
                assertThat(statusOf("127.0.0.1", "marketer", "/shops/" + shop)).isEqualTo(200);
            }
            assertThat(service.client()
                            .post("admin", "/shops", Map.of("name", "Meanwhile", "platform", "TAOBAO"))
                            .get("id"))
                    .isNotNull();

            for (RawConnection each : silent) {
                Answer answer = each.answer();
                assertThat(answer.status()).isEqualTo(408);
                assertThat(answer.header("content-type")).startsWith("application/problem+json");
                assertThat(answer.body()).contains("REQUEST_TIMEOUT");
            }
            assertThat(silent).allMatch(RawConnection::isHungUp);
        } finally {
            silent.forEach(RawConnection::close);
        }
    }

    @Test
    void aSilentUploadIsBrokenOffAndNothingIsLeftOfIt() {
        List<RawConnection> silent = new ArrayList<>();
        try {
            for (int i = 0; i < FILES_OF_PERSON; i++) {
                silent.add(halfFile("marketer"));
            }
            Waiting.until("they are arriving", PATIENCE, () -> filesArriving() == FILES_OF_PERSON);

            try (RawConnection another = halfFile("marketer")) {
                Answer answer = another.answer();
                assertThat(answer.status()).isEqualTo(429);
                assertThat(Integer.parseInt(answer.header("retry-after"))).isPositive();
            }
            for (RawConnection each : silent) {
                assertThat(each.answer().status()).isEqualTo(408);
            }
            assertThat(filesArriving()).isZero();
        } finally {
            silent.forEach(RawConnection::close);
        }
    }

    @Test
    void whoReadsDownloadsSlowlyHoldsUpNobodyAndIsGivenUp() throws SQLException {
        String large = service.client().createShop("With many buyers");
        putBuyers(large);
        String path = "/shops/" + large + "/buyers.csv";
        List<RawConnection> slow = new ArrayList<>();
        try {
            for (int i = 0; i < DOWNLOADS_OF_PERSON; i++) {
                slow.add(RawConnection.slowly("127.0.5.1", service.port())
                        .sendHead("GET", "/api/v1" + path, as("admin")));
            }
            assertThat(slow).allMatch(each -> each.status() == 200);

            try (RawConnection another = RawConnection.from("127.0.5.1", service.port())) {
                assertTooMany(get(another, "admin", path));
            }
            for (int i = 0; i < 5; i++) {
                assertThat(service.client().statusOf("/q/health/live")).isEqualTo(200);
                assertThat(service.client().statusOf("/q/health/ready")).isEqualTo(200);
                assertThat(statusOf("127.0.5.2", "staff1", "/shops/" + shop)).isEqualTo(200);
            }
            assertThat(filesIn("downloads")).as("they have no names any more").isZero();

            // Asking too often would be refused for that.
            Waiting.until("one of them is given up", PATIENCE, () -> {
                Waiting.pause(A_WHILE);
                return downloads(1, path) == 1;
            });
            Waiting.until("all are given up", PATIENCE, () -> {
                Waiting.pause(A_WHILE);
                return downloads(DOWNLOADS_OF_PERSON, path) == DOWNLOADS_OF_PERSON;
            });
            assertThat(slow).allMatch(each -> each.rest() < FAR_MORE_THAN_A_SOCKET_HOLDS);
        } finally {
            slow.forEach(RawConnection::close);
        }
    }

    /** Begins some at once and leaves them. @return how many were sent */
    private static long downloads(int number, String path) {
        List<RawConnection> some = new ArrayList<>();
        try {
            for (int i = 0; i < number; i++) {
                some.add(RawConnection.slowly("127.0.5.3", service.port())
                        .sendHead("GET", "/api/v1" + path, as("admin")));
            }
            return some.stream().filter(each -> each.status() == 200).count();
        } finally {
            some.forEach(RawConnection::close);
        }
    }

    /** Each with an id as long as it may be. */
    private static void putBuyers(String shop) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(
                    "INSERT INTO buyer (shop_id, id, platform_id, first_order_day, created_at, updated_at) VALUES ("
                            + shop + ", 1, RPAD('b', 128, 'x'), '2024-01-01', '2024-01-01', '2024-01-01')");
            for (int i = 0; i < DOUBLINGS; i++) {
                statement.execute(
                        "INSERT INTO buyer (shop_id, id, platform_id, first_order_day, created_at, updated_at) SELECT"
                                + " shop_id, id + " + (1 << i)
                                + ", platform_id, first_order_day, created_at, updated_at FROM buyer WHERE shop_id = "
                                + shop);
            }
        }
    }

    @Test
    void aPersonHasSomeEventStreamsAtATime() {
        List<RawConnection> open = new ArrayList<>();
        try {
            for (int i = 0; i < STREAMS_OF_PERSON; i++) {
                open.add(stream("staff5"));
            }
            assertThat(open).allMatch(each -> each.status() == 200);
            try (RawConnection another = stream("staff5")) {
                assertTooMany(another.answer());
            }
            try (RawConnection anothers = stream("staff6")) {
                assertThat(anothers.status()).isEqualTo(200);
            }

            open.remove(0).close();
            Waiting.until("its place is free", PATIENCE, () -> {
                try (RawConnection next = stream("staff5")) {
                    return next.status() == 200;
                }
            });
        } finally {
            open.forEach(RawConnection::close);
        }
    }

    private static RawConnection stream(String user) {
        return RawConnection.from("127.0.6.1", service.port())
                .sendHead("GET", "/api/v1/tasks/events", as(user), "Accept: text/event-stream");
    }

    @Test
    void aFileMayBeLargerThanTheMemory() {
        byte[] megabyte = "a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p\n".repeat(32_768).getBytes(StandardCharsets.US_ASCII);
        try (RawConnection client = RawConnection.from("127.0.4.2", service.port())) {
            long start = System.nanoTime();
            Answer answer = client.sendHead(
                            "POST",
                            "/api/v1/shops/" + shop + "/order-imports",
                            "Content-Type: multipart/form-data; boundary=x",
                            as("marketer"),
                            "Transfer-Encoding: chunked")
                    .sendChunks(FILE.getBytes(StandardCharsets.US_ASCII), 1)
                    .sendChunks(megabyte, MB_OF_LARGE_FILE)
                    .sendChunks("\r\n--x--\r\n".getBytes(StandardCharsets.US_ASCII), 1)
                    .sendChunks(new byte[0], 1)
                    .answer();
            System.out.printf(
                    "%d MB were answered with %d after %d ms%n",
                    MB_OF_LARGE_FILE,
                    answer.status(),
                    Duration.ofNanos(System.nanoTime() - start).toMillis());

            assertThat(answer.status()).as(answer.body()).isIn(202, 400);
            if (answer.status() == 400) {
                assertThat(answer.body()).as("it has been read").contains("UNKNOWN_FORMAT");
            }
        }
        assertThat(service.isAlive()).isTrue();
    }

    @Test
    void anAddressThatAsksTooOftenIsToldWhenToComeBackAndNobodyElse() {
        Answer refusal = firstRefusal("127.0.2.1", null, "/nothing-here", FAR_MORE_THAN_THE_BURST);

        assertTooMany(refusal);
        assertThat(statusOf("127.0.2.2", null, "/nothing-here")).isNotEqualTo(429);
        assertThat(service.client().statusOf("/q/health/live")).isEqualTo(200);
        Waiting.until(
                "the address is answered again", PATIENCE, () -> statusOf("127.0.2.1", null, "/nothing-here") != 429);
    }

    @Test
    void requestsThatCannotBeReadCountAsWell() {
        assertTooMany(firstRefusal("127.0.2.3", null, "/%00", FAR_MORE_THAN_THE_BURST));
    }

    @Test
    void aStrangerWhoInventsShopsIsTurnedAwayAndNotThePeopleBehindTheSameAddress() {
        String address = "127.0.2.4";
        try (RawConnection client = RawConnection.from(address, service.port())) {
            Answer answer = invented(client, 1);
            for (int i = 2; answer.status() == 401 && i <= 2 * SOCKETS_OF_ADDRESS; i++) {
                answer = invented(client, i);
            }
            assertTooMany(answer);
        }
        assertThat(statusOf(address, "staff9", "/me")).isEqualTo(200);
    }

    private static Answer invented(RawConnection client, int shop) {
        return client.sendHead("POST", "/api/v1/hooks/shopify/" + shop, JSON, "Content-Length: 0")
                .answer();
    }

    @Test
    void aPersonWhoAsksTooOftenIsToldWhenToComeBackAndNobodyElse() {
        assertTooMany(firstRefusal("127.0.3.1", "staff7", "/me", FAR_MORE_THAN_THE_BURST));
        assertTooMany(firstRefusal("127.0.3.2", "staff7", "/me", FAR_LESS_THAN_THE_BURST));
        assertThat(statusOf("127.0.3.2", "staff8", "/me")).isEqualTo(200);
    }

    private static void assertTooMany(Answer refusal) {
        assertThat(refusal.status()).isEqualTo(429);
        assertThat(refusal.header("content-type")).startsWith("application/problem+json");
        assertThat(refusal.body()).contains("TOO_MANY_REQUESTS");
        assertThat(Integer.parseInt(refusal.header("retry-after"))).isPositive();
    }

    /** Asks until it is too often, or most times. */
    private static Answer firstRefusal(String address, String user, String path, int most) {
        try (RawConnection client = RawConnection.from(address, service.port())) {
            for (int i = 0; i < most; i++) {
                Answer answer = get(client, user, path);
                if (answer.status() == 429) {
                    return answer;
                }
            }
        }
        throw new AssertionError("Nobody was turned away");
    }

    private static int statusOf(String address, String user, String path) {
        try (RawConnection client = RawConnection.from(address, service.port())) {
            return get(client, user, path).status();
        }
    }

    private static Answer get(RawConnection client, String user, String path) {
        String[] headers = user == null ? new String[0] : new String[] {as(user)};
        return client.sendHead("GET", "/api/v1" + path, headers).answer();
    }

    private static RawConnection half(String address, String path, String header) {
        return RawConnection.from(address, service.port())
                .sendHead("POST", "/api/v1" + path, JSON, header, "Content-Length: 100000")
                .send("half");
    }

    private static RawConnection halfFile(String user) {
        return RawConnection.from("127.0.4.1", service.port())
                .sendHead(
                        "POST",
                        "/api/v1/shops/" + shop + "/order-imports",
                        "Content-Type: multipart/form-data; boundary=x",
                        as(user),
                        "Content-Length: 1000000000")
                .send(FILE)
                .send(" ".repeat(200_000));
    }

    private static String as(String user) {
        return "Authorization: Bearer " + Tokens.of(user);
    }

    private static long filesArriving() {
        return filesIn("arriving");
    }

    private static long filesIn(String name) {
        Path folder = FOLDER.resolve("service").resolve(name);
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
