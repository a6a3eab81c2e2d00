package io.siyu.it;

import com.fasterxml.jackson.databind.JsonNode;
import io.siyu.buyer.Tier;
import io.siyu.support.Client;
import io.siyu.support.DatabaseServer;
import io.siyu.support.MadeOrders;
import io.siyu.support.PackagedService;
import io.siyu.support.TaobaoFile;
import io.siyu.support.Waiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.InputStream;
import java.io.OutputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** Of two replicas one is killed, or told to end, in the middle of something: the other one goes on soon, and once. */
class ReplicasXIT {
    private static final Path FOLDER = Path.of("target/replicas");
    private static final int ORDERS = 20_000;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /** Far more than it takes, for machines that are busy; what it took is printed. */
    private static final Duration SOON = Duration.ofSeconds(60);

    private static final Duration DELAY = Duration.ofSeconds(4);
    private static final Map<String, String> SETTINGS = Map.of(
            "siyu.intake.batch-size", "250",
            // A request is held for longer than it would wait in production.
            "siyu.database.request-patience", "60s",
            "siyu.drain.delay", DELAY.toSeconds() + "s",
            "quarkus.shutdown.timeout", "40s");

    private static DatabaseServer database;
    private static Map<String, PackagedService> replicas;
    private static Path file;
    private static String shop;

    @BeforeAll
    static void openShop() throws SQLException {
        database = new DatabaseServer(FOLDER);
        file = TaobaoFile.write(
                FOLDER.resolve("orders.csv"),
                new MadeOrders(7, ORDERS, ORDERS / 8),
                0,
                ORDERS,
                UnaryOperator.identity());
        replicas = Map.of("siyu1", replica("siyu1"), "siyu2", replica("siyu2"));
        replicas.values().forEach(PackagedService::launch);
        replicas.values().forEach(PackagedService::awaitReady);
        shop = client().createShop("Replicas");
        String staff = client().get("admin", "/shops/" + shop + "/staff").get("items").findParents("username").stream()
                .filter(one -> one.get("username").asText().equals("staff1"))
                .findFirst()
                .orElseThrow()
                .get("id")
                .asText();
        for (String name : List.of("小雅", "阿宁")) {
            client().post(
                            "admin",
                            "/shops/" + shop + "/accounts",
                            Map.of("name", name, "kind", "WECOM", "ownerStaffId", staff, "persona", "懂礼物的店员"));
        }
        update("UPDATE account SET daily_add_limit = 100000, capacity = 100000 WHERE shop_id = " + shop);
        assertThat(client().finished(client().upload(shop, file), PATIENCE)
                        .get("status")
                        .asText())
                .isEqualTo("DONE");
    }

    @AfterAll
    static void end() {
        if (replicas != null) {
            replicas.values().forEach(PackagedService::kill);
        }
        if (database != null) {
            database.close();
        }
    }

    @AfterEach
    void bothAreUpAgain() {
        for (PackagedService replica : replicas.values()) {
            if (replica.client().statusOf("/q/health/ready") != 200) {
                replica.kill();
                replica.start();
            }
        }
    }

    @Test
    void anImportIsGoneOnWithAfterItsReplicaIsKilled() throws SQLException {
        String other = client().createShop("Killed import");
        String job = client().upload(other, file);
        String owner = "SELECT lease_owner FROM import_lease WHERE shop_id = " + other;
        String done = "SELECT rows_done FROM order_import WHERE id = " + job;
        Waiting.until("the import is on its way", PATIENCE, () -> number(done) > ORDERS / 5);
        String before = text(owner);
        PackagedService dead = at(before);
        dead.kill();
        assertTakenOver("import", owner, before);

        assertThat(living(dead).client().finished(job, PATIENCE).get("status").asText())
                .isEqualTo("DONE");
        for (String table : List.of("shop_order", "buyer", "follower")) {
            String count = "SELECT COUNT(*) FROM " + table + " WHERE shop_id = ";
            assertThat(number(count + other)).as(table).isEqualTo(number(count + shop));
        }
    }

    @Test
    void aDistributionIsGoneOnWithAfterItsReplicaIsKilled() throws SQLException {
        String owner = "SELECT lease_owner FROM follower_distribution WHERE active = 1 AND shop_id = " + shop;
        String job;
        String before;
        PackagedService dead;
        try (Connection holding = holdCandidate(700)) {
            job = distribute(1200);
            awaitAssigned(job, 500);
            before = text(owner);
            dead = at(before);
            dead.kill();
            holding.rollback();
        }
        assertTakenOver("distribution", owner, before);
        assertAllGiven(living(dead).client(), job, 1200);
    }

    @Test
    void theNightsWorkIsGoneOnWithAfterItsReplicaIsKilled() throws SQLException {
        long run = number("SELECT run_no FROM tier_run WHERE shop_id = " + shop);
        PackagedService dead;
        long killed;
        update("UPDATE buyer SET last_day = UTC_DATE - INTERVAL 1 DAY WHERE last_day IS NOT NULL AND id % 2 = 0"
                + " AND shop_id = " + shop);
        try (Connection holding = database.connect()) {
            holding.setAutoCommit(false);
            // Somebody whom the run has to judge, for as long as that is nobody else's.
            long buyer = number(
                    "SELECT MIN(id) FROM buyer WHERE last_day = UTC_DATE - INTERVAL 1 DAY AND shop_id = " + shop);
            lock(holding, "SELECT id FROM buyer WHERE shop_id = " + shop + " AND id = " + buyer + " FOR UPDATE");
            update("UPDATE tier_run SET valid_until = '2020-01-01' WHERE shop_id = " + shop);
            Waiting.until(
                    "a run has begun",
                    PATIENCE,
                    () -> number("SELECT COUNT(*) FROM tier_run WHERE lease_until IS NOT NULL AND run_no > " + run
                                    + " AND shop_id = " + shop)
                            == 1);
            Waiting.pause(Duration.ofSeconds(1));
            dead = at(text("SELECT lease_owner FROM tier_run WHERE lease_until IS NOT NULL AND shop_id = " + shop));
            dead.kill();
            killed = System.nanoTime();
            holding.rollback();
        }
        long first = number("SELECT run_no FROM tier_run WHERE shop_id = " + shop);
        Waiting.until(
                "another run has taken over",
                SOON,
                () -> number("SELECT run_no FROM tier_run WHERE shop_id = " + shop) > first);
        System.out.printf("Night's work taken over %.1f s after the kill%n", secondsSince(killed));
        Waiting.until(
                "the tiers hold again",
                PATIENCE,
                () -> number("SELECT valid_until > UTC_TIMESTAMP(6) FROM tier_run WHERE shop_id = " + shop) == 1);
        System.out.printf("Night's work over %.1f s after the kill%n", secondsSince(killed));
        assertThat(number("SELECT COUNT(*) FROM follower f JOIN buyer b ON b.shop_id = f.shop_id AND b.id = f.buyer_id"
                        + " WHERE f.tier <> b.tier AND f.shop_id = " + shop))
                .isZero();
    }

    @Test
    void whoIsToldToEndHandsOverServesForAWhileThenRefusesAndEnds() throws Exception {
        String over = distribute(1);
        Waiting.until("the small one is over", PATIENCE, () -> isOver(client(), over));
        String owner = "SELECT lease_owner FROM follower_distribution WHERE active = 1 AND shop_id = " + shop;
        try (Connection holding = holdCandidate(700);
                Connection holdingRequest = database.connect()) {
            String job = distribute(900);
            awaitAssigned(job, 500);
            String before = text(owner);
            PackagedService ending = at(before);
            PackagedService other = living(ending);
            CompletableFuture<Long> streamEnded = CompletableFuture.supplyAsync(() -> readAll(ending.client()));
            holdingRequest.setAutoCommit(false);
            lock(
                    holdingRequest,
                    "SELECT id FROM follower_distribution WHERE shop_id = " + shop + " AND id = " + over
                            + " FOR UPDATE");
            CompletableFuture<HttpResponse<String>> running = CompletableFuture.supplyAsync(
                    () -> ending.client().put("marketer", "/follower-distributions/" + over + "/cancellation"));
            Waiting.pause(Duration.ofSeconds(1));
            int logged = ending.log().length();

            ending.terminate();
            long told = System.nanoTime();
            Waiting.until("readiness goes down", SOON, () -> ending.client().statusOf("/q/health/ready") == 503);
            System.out.printf("Readiness down after %.1f s%n", secondsSince(told));
            HttpResponse<String> served = ending.client().answerTo("marketer", "/follower-distributions/" + job);
            if (secondsSince(told) < DELAY.toSeconds()) {
                assertThat(served.statusCode()).isEqualTo(200);
            }
            long ended = streamEnded.get(SOON.toSeconds(), TimeUnit.SECONDS);
            System.out.printf("Event stream ended after %.1f s%n", (ended - told) / 1e9);
            assertThat(ending.isAlive()).isTrue();
            holding.rollback();
            Waiting.until("the lease is the other one's", SOON, () -> {
                String now = text(owner);
                return now != null && !now.equals(before) || isOver(other.client(), job);
            });
            System.out.printf("Distribution handed over after %.1f s%n", secondsSince(told));

            awaitRefusal(ending.client(), job);
            System.out.printf("New requests refused after %.1f s%n", secondsSince(told));
            holdingRequest.rollback();
            assertThat(running.get(SOON.toSeconds(), TimeUnit.SECONDS).statusCode())
                    .isEqualTo(409);
            assertThat(ending.awaitEnd(SOON)).isEqualTo(143);
            System.out.printf("Ended after %.1f s%n", secondsSince(told));
            assertThat(ending.log().substring(logged)).doesNotContain("ERROR");
            assertAllGiven(other.client(), job, 900);
        }
    }

    private static void awaitRefusal(Client client, String job) {
        Waiting.until("new requests are refused", SOON, () -> {
            HttpResponse<String> answer = client.answerTo("marketer", "/follower-distributions/" + job);
            if (answer.statusCode() != 503) {
                return false;
            }
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.body()).contains("UNAVAILABLE");
            assertThat(answer.body())
                    .contains(answer.headers().firstValue("X-Request-Id").orElseThrow());
            return true;
        });
    }

    private static void assertTakenOver(String what, String owner, String before) {
        long killed = System.nanoTime();
        Waiting.until("the " + what + " has another worker", SOON, () -> {
            String now = text(owner);
            return now != null && !now.equals(before);
        });
        System.out.printf("%s taken over %.1f s after the kill%n", what, secondsSince(killed));
    }

    /** Each of them once, with one task. */
    private static void assertAllGiven(Client client, String job, int followers) throws SQLException {
        Waiting.until("the distribution is over", PATIENCE, () -> isOver(client, job));
        JsonNode done = client.get("marketer", "/follower-distributions/" + job);
        assertThat(done.get("status").asText()).isEqualTo("DONE");
        assertThat(done.at("/followers/assigned").asInt()).isEqualTo(followers);
        long onAccounts = number("SELECT COUNT(*) FROM follower WHERE account_id IS NOT NULL AND shop_id = " + shop);
        String tasks = " FROM task WHERE kind = 'ADD_FRIEND' AND shop_id = " + shop;
        assertThat(number("SELECT COUNT(*)" + tasks)).isEqualTo(onAccounts);
        assertThat(number("SELECT COUNT(DISTINCT follower_id)" + tasks)).isEqualTo(onAccounts);
        assertThat(number("SELECT SUM(assigned) FROM account_add_day WHERE shop_id = " + shop))
                .isEqualTo(onAccounts);
    }

    /** The candidate who comes up at this place is somebody else's for as long as the transaction is open. */
    private static Connection holdCandidate(int place) throws SQLException {
        String tiers =
                Arrays.stream(Tier.values()).map(tier -> "'" + tier + "'").collect(Collectors.joining(", "));
        long buyer = number("SELECT b.id FROM follower f JOIN buyer b ON b.shop_id = f.shop_id AND b.id = f.buyer_id"
                + " WHERE f.status = 'CANDIDATE' AND f.account_id IS NULL AND f.shop_id = " + shop
                + " ORDER BY FIELD(f.tier, " + tiers + "), b.last_day DESC, f.id DESC LIMIT 1 OFFSET " + place);
        Connection holding = database.connect();
        holding.setAutoCommit(false);
        lock(holding, "SELECT id FROM buyer WHERE shop_id = " + shop + " AND id = " + buyer + " FOR UPDATE");
        return holding;
    }

    private static String distribute(int followers) {
        return client().post("marketer", "/shops/" + shop + "/follower-distributions", Map.of("limit", followers))
                .get("id")
                .asText();
    }

    private static void awaitAssigned(String job, int followers) {
        Waiting.until(
                "some are given",
                PATIENCE,
                () -> number("SELECT assigned FROM follower_distribution WHERE id = " + job) >= followers);
        // It is at its next batch, and waits for the one who is held.
        Waiting.pause(Duration.ofSeconds(1));
    }

    private static boolean isOver(Client client, String job) {
        return !List.of("QUEUED", "RUNNING")
                .contains(client.get("marketer", "/follower-distributions/" + job)
                        .get("status")
                        .asText());
    }

    /** @return the nanosecond at which the stream of events was over */
    private static long readAll(Client client) {
        try (InputStream events = client.open("marketer", "/tasks/events").body()) {
            events.transferTo(OutputStream.nullOutputStream());
            return System.nanoTime();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException("The stream broke off instead of ending", e);
        }
    }

    private static PackagedService replica(String name) {
        return new PackagedService(name, FOLDER, database.url(), PackagedService.SMALL_AND_SOON_UP, SETTINGS);
    }

    private static Client client() {
        return replicas.get("siyu1").client();
    }

    /** The replica where a lease's owner works: the owner's name has its process in it. */
    private static PackagedService at(String owner) {
        return replicas.values().stream()
                .filter(replica -> owner.contains("/" + replica.pid() + "/"))
                .findFirst()
                .orElseThrow();
    }

    private static PackagedService living(PackagedService dead) {
        return replicas.values().stream()
                .filter(replica -> replica != dead)
                .findFirst()
                .orElseThrow();
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }

    private static void lock(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.executeQuery(query).close();
        }
    }

    private static void update(String statement) throws SQLException {
        try (Connection connection = database.connect();
                Statement update = connection.createStatement()) {
            update.executeUpdate(statement);
        }
    }

    private static long number(String query) {
        String text = text(query);
        return text == null ? 0 : Long.parseLong(text);
    }

    /** The first column of the first row, null if there is none. */
    private static String text(String query) {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(query)) {
            return results.next() ? results.getString(1) : null;
        } catch (SQLException e) {
            throw new IllegalStateException(query, e);
        }
    }
}
