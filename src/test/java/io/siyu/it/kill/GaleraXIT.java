package io.siyu.it.kill;

import io.siyu.it.kill.Trial.Cell;
import io.siyu.support.GaleraCluster.Node;
import io.siyu.support.NeedsGalera;
import io.siyu.support.PackagedService;
import io.siyu.support.Waiting;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two replicas on two nodes of a Galera cluster of three: a node is killed or cut off in the middle of all works, and both
 * replicas want the same rows at once. What was seen is in target/galera.txt.
 */
@NeedsGalera
class GaleraXIT {
    private static final Path FOLDER = Path.of("target/galera");
    private static final Path REPORT = Path.of("target/galera.txt");
    private static final List<String> SEEN = new ArrayList<>();
    private static final double PART = 0.3;
    private static final int PAIRS = 100;
    private static final int POSTS = 40;
    private static final int LOOKS = 200;
    private static final int STARTS = 4;
    private static final Duration QUIET = Duration.ofSeconds(20);
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Pattern TICKS = Pattern.compile("(?m)^siyu_due_work_ticks_total(?:\\{.*})? (\\S+)$");

    private static OneCluster database;
    private static Stage stage;

    /** The cluster is empty, and both replicas start on it at once. */
    @BeforeAll
    static void open() {
        long begun = System.nanoTime();
        database = new OneCluster(FOLDER);
        note("cluster of three: up after %.1f s", secondsSince(begun));
        begun = System.nanoTime();
        stage = new Stage(FOLDER, database);
        note("two replicas started at once on an empty cluster, shops imported: %.1f s", secondsSince(begun));
    }

    @AfterAll
    static void close() throws IOException {
        if (database != null) {
            if (stage != null) {
                note("answers altogether: %s", stage.replicas().tally());
                stage.close();
            } else {
                database.close();
            }
            Files.writeString(REPORT, String.join("\n", SEEN) + "\n");
        }
    }

    /** @param killed the nodes of the replicas are 0 and 1 */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void nothingIsLostOrDoubledWhenANodeIsKilled(int killed) {
        Node node = database.cluster().node(killed);
        Map<String, Integer> before = stage.replicas().tally();
        Trial trial = new Trial(stage, stage.works(PART));
        trial.run(killed % 2, true, () -> {
            // Afterwards the others would be asked, who say nothing before they have agreed on who is left.
            trial.look();
            node.kill();
            return System.nanoTime();
        });
        note("node %d killed: answers %s", killed + 1, newOnes(before));

        long begun = System.nanoTime();
        node.startAgain();
        note("node %d killed: synced again %.1f s after its start", killed + 1, secondsSince(begun));
        awaitReady();
        List<Cell> cells = trial.cells("node " + (killed + 1) + " killed");
        cells.forEach(cell -> note("%s", cell));
        assertThat(trial.untried(cells))
                .as("works that were over when it struck")
                .isEmpty();
        assertThat(cells).allSatisfy(cell -> {
            assertThat(cell.flaws()).as(cell.work()).isEmpty();
            assertThat(cell.seconds()).as(cell.work()).isLessThan(Trial.SOON.toSeconds());
        });
        assertNothingUnforeseen(before);
    }

    /** Its replica still reaches it, but it is told that it is not a part of the cluster (1047). */
    @Test
    void aNodeThatIsCutOffTakesNothingAndItsReplicaSaysSo() throws SQLException {
        String shop = stage.replicas().at(0).client().createShop("Cut off");
        Map<String, Integer> before = stage.replicas().tally();
        Map<String, Integer> posted = new TreeMap<>();
        double slowest = 0;
        String run = UUID.randomUUID().toString();
        try (Connection beside = database.connectAt(0)) {
            setGlobal(beside, "wsrep_provider_options = 'gmcast.isolate=1'");
            try {
                for (int i = 0; i < POSTS; i++) {
                    long begun = System.nanoTime();
                    Answer answer = post(shop, 0, run + i);
                    slowest = Math.max(slowest, secondsSince(begun));
                    posted.merge(
                            answer.status() + " " + answer.json().path("code").asText(), 1, Integer::sum);
                    Waiting.pause(Duration.ofMillis(250));
                }
                note("cut off: answers %s, slowest %.1f s", posted, slowest);
                Waiting.until(
                        "its replica is not ready",
                        PATIENCE,
                        () -> stage.replicas().at(0).client().statusOf("/q/health/ready") == 503);
                assertThat(post(shop, 1, run + "elsewhere").status()).isEqualTo(201);
            } finally {
                setGlobal(beside, "wsrep_provider_options = 'gmcast.isolate=0'");
            }
        }
        long begun = System.nanoTime();
        database.cluster().node(0).awaitSynced();
        awaitReady();
        note("cut off: ready again after %.1f s", secondsSince(begun));
        for (int i = 0; i < POSTS; i++) {
            assertThat(post(shop, i, run + i).isSuccess()).isTrue();
        }
        assertThat(feedback(shop)).isEqualTo(POSTS + 1);
        assertThat(posted.keySet()).noneMatch(status -> status.startsWith("500"));
        assertNothingUnforeseen(before);
    }

    @Test
    void aKeyThatComesToBothReplicasAtOnceIsUsedOnce() {
        String shop = stage.replicas().at(0).client().createShop("At once");
        awaitSeenEverywhere(shop);
        Map<String, Integer> before = stage.replicas().tally();
        long lost = conflicts();
        String run = UUID.randomUUID().toString();
        for (int i = 0; i < PAIRS; i++) {
            String key = run + i;
            Set<String> ids = atOnce(place -> {
                Answer answer = post(shop, place, key);
                assertThat(answer.isSuccess()).as("%s", answer).isTrue();
                return answer.id();
            });
            assertThat(ids).hasSize(1);
        }
        assertThat(feedback(shop)).isEqualTo(PAIRS);
        note("the same key at both: %d pairs, conflicts %d, answers %s", PAIRS, conflicts() - lost, newOnes(before));
    }

    @Test
    void aTaskThatBothReplicasGiveAwayAtOnceGoesToOne() {
        Map<String, Integer> before = stage.replicas().tally();
        long lost = conflicts();
        for (int i = 0; i < PAIRS / 2; i++) {
            Set<String> tasks = atOnce(place -> claim(place));
            assertThat(tasks).hasSize(2);
            tasks.forEach(task -> assertThat(stage.replicas()
                            .send(
                                    1,
                                    "staff1",
                                    "PUT",
                                    "/tasks/" + task + "/completion",
                                    Map.of("result", Map.of("note", "both", "outcome", "INVITED")),
                                    null)
                            .isSuccess())
                    .isTrue());
        }
        note("claims at both: %d pairs, conflicts %d, answers %s", PAIRS / 2, conflicts() - lost, newOnes(before));
    }

    /** Whoever reads at another node at once may see what was there before, unless the session waits. */
    @Test
    void whoWaitsForTheOthersReadsNothingStale() {
        String shop = stage.replicas().at(0).client().createShop("Stale");
        awaitSeenEverywhere(shop);
        for (int syncWait : List.of(0, 1, 7)) {
            for (Node node : database.cluster().nodes()) {
                node.setSyncWait(syncWait);
            }
            awaitReady();
            int quiet = stale(shop, syncWait, "quiet");
            int busy;
            try (BusyNode burden = new BusyNode(database.cluster().node(2))) {
                busy = stale(shop, syncWait, "busy");
            }
            if (syncWait > 0) {
                assertThat(quiet + busy)
                        .as("stale reads with wsrep_sync_wait=" + syncWait)
                        .isZero();
            }
        }
        for (Node node : database.cluster().nodes()) {
            node.setSyncWait(0);
        }
        awaitReady();
    }

    /** The scheduler's locks hold at one node only; what it changes meets with the other's changes when it commits. */
    @Test
    void eachTickIsOfOneReplica() {
        double first = ticks();
        long asked = System.nanoTime();
        Waiting.until("there is a tick", Duration.ofMinutes(2), () -> ticks() > first);
        note("ticks of the due work: the first one after %.1f s", secondsSince(asked));
        double before = ticks();
        long begun = System.nanoTime();
        Waiting.pause(QUIET);
        double seen = ticks() - before;
        double seconds = secondsSince(begun);
        note("ticks of the due work, one a second: %.0f in %.1f s", seen, seconds);
        // Each fired twice would be twice as many.
        assertThat(seen).isLessThan(seconds * 1.5);
    }

    /** One that wrote anew what the other one ticks by would be refused now and then, and end. */
    @Test
    void aReplicaStartsBesideOneThatTicks() {
        PackagedService replica = stage.replicas().at(1);
        long begun = System.nanoTime();
        for (int times = 0; times < STARTS; times++) {
            replica.kill();
            replica.awaitEnd(PATIENCE);
            replica.start();
        }
        note("started beside a ticking replica: %d times in %.1f s", STARTS, secondsSince(begun));
    }

    private static int stale(String shop, int syncWait, String load) {
        int stale = 0;
        long writing = 0;
        long reading = 0;
        for (int i = 0; i < LOOKS; i++) {
            long begun = System.nanoTime();
            Answer made = post(shop, 0, UUID.randomUUID().toString());
            assertThat(made.status()).isEqualTo(201);
            long written = System.nanoTime();
            Answer read = stage.replicas().send(1, "admin", "GET", "/feedback/" + made.id(), null, null);
            reading += System.nanoTime() - written;
            writing += written - begun;
            if (read.status() == 404) {
                stale++;
            } else {
                assertThat(read.status()).isEqualTo(200);
            }
        }
        note(
                "wsrep_sync_wait=%d, %-5s: %3d stale reads of %d; a write %.1f ms, a read %.1f ms",
                syncWait, load, stale, LOOKS, writing / 1e6 / LOOKS, reading / 1e6 / LOOKS);
        return stale;
    }

    private static Answer post(String shop, int place, String key) {
        return stage.replicas()
                .send(
                        place,
                        "staff1",
                        "POST",
                        "/shops/" + shop + "/feedback",
                        Map.of("kind", "IDEA", "text", "Nr " + key),
                        key);
    }

    private static String claim(int place) {
        Answer answer = stage.replicas()
                .send(place, "staff1", "POST", "/task-claims", Map.of("shop", stage.peopleShop(), "limit", 1), null);
        assertThat(answer.isSuccess()).as("%s", answer).isTrue();
        return answer.json().findPath("id").asText();
    }

    /** Asks both replicas at the same time. */
    private static Set<String> atOnce(java.util.function.IntFunction<String> request) {
        List<CompletableFuture<String>> both = IntStream.range(0, 2)
                .mapToObj(place -> CompletableFuture.supplyAsync(() -> request.apply(place)))
                .toList();
        return both.stream().map(CompletableFuture::join).collect(Collectors.toSet());
    }

    private static long feedback(String shop) {
        return stage.rows().number("SELECT COUNT(*) FROM feedback WHERE shop_id = " + shop);
    }

    /** Commits that were refused, and transactions that were broken off, because another node was first. */
    private static long conflicts() {
        return database.cluster().nodes().stream()
                .mapToLong(node -> node.count("wsrep_local_cert_failures") + node.count("wsrep_local_bf_aborts"))
                .sum();
    }

    private static double ticks() {
        double ticks = 0;
        for (int place = 0; place < 2; place++) {
            Matcher line = TICKS.matcher(stage.replicas().at(place).client().textOf("/q/metrics"));
            ticks += line.find() ? Double.parseDouble(line.group(1)) : 0;
        }
        return ticks;
    }

    private static void awaitSeenEverywhere(String shop) {
        Waiting.until("the shop is seen at both", PATIENCE, () -> stage.replicas()
                .send(1, "admin", "GET", "/shops/" + shop, null, null)
                .isSuccess());
    }

    private static void awaitReady() {
        for (int place = 0; place < 2; place++) {
            PackagedService replica = stage.replicas().at(place);
            // Once could be before it has noticed anything.
            for (int times = 0; times < 3; times++) {
                replica.awaitReady();
                Waiting.pause(Duration.ofMillis(700));
            }
        }
    }

    private static void setGlobal(Connection connection, String what) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET GLOBAL " + what);
        }
    }

    /** A fault of the database is 503, and nothing else is 5xx. */
    private static void assertNothingUnforeseen(Map<String, Integer> before) {
        assertThat(newOnes(before).keySet()).noneMatch(kind -> kind.startsWith("5") && !kind.startsWith("503"));
    }

    private static Map<String, Integer> newOnes(Map<String, Integer> before) {
        Map<String, Integer> tally = stage.replicas().tally();
        before.forEach((kind, times) -> tally.merge(kind, -times, Integer::sum));
        tally.values().removeIf(times -> times == 0);
        return tally;
    }

    private static void note(String text, Object... values) {
        String line = text.formatted(values);
        System.out.println(line);
        SEEN.add(line);
    }

    private static double secondsSince(long nanos) {
        return (System.nanoTime() - nanos) / 1e9;
    }
}
