package io.siyu.contract;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.siyu.platform.sql.Sql;
import io.siyu.support.Database;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Says to every operation of the contract what can be said wrongly, and holds each answer against what must be true of
 * all: no 5xx, problem+json in one shape, nothing of the insides, in time, and what the contract says. Another seed by
 * {@code -Dsiyu.test.seed}, more requests by {@code -Dsiyu.test.requests}.
 */
@QuarkusTest
@QuarkusTestResource(Database.class)
class OpenApiFuzzResourceTest {
    private static final long SEED = Long.getLong("siyu.test.seed", 20_261_111);
    private static final int REQUESTS = Integer.getInteger("siyu.test.requests", 5_000);
    private static final int LANES = 3;
    private static final int SELDOM = 5;
    private static final Path REPORT = Path.of("target/fuzz-findings.txt");

    /** After which only good calls are made: on a machine that is too slow for all of it. */
    private static final Duration LONGEST = Duration.ofMinutes(4);

    @Inject
    Sql sql;

    private final FuzzFindings findings = new FuzzFindings();
    private final Map<String, String> goodAnswers = new ConcurrentSkipListMap<>();
    private final Map<Integer, AtomicInteger> statuses = new ConcurrentSkipListMap<>();
    private final List<String> shops = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger leftOut = new AtomicInteger();

    private FuzzContract contract;
    private FuzzClient client;
    private FuzzJudge judge;
    private FuzzAttempts attempts;
    private List<FuzzOperation> operations;
    private List<String> foreignIds;
    private long end;

    @Test
    void nothingThatIsSaidToTheServiceSurprisesIt() throws Exception {
        long begin = System.nanoTime();
        end = begin + LONGEST.toNanos();
        System.out.println("Fuzzing with -Dsiyu.test.seed=" + SEED);
        contract = FuzzContract.served();
        client = new FuzzClient("http://localhost:" + RestAssured.port);
        judge = new FuzzJudge(contract, client, findings);
        operations = contract.operations();
        attempts = new FuzzAttempts(contract, operations);
        foreignIds = foreignIds();

        runLanes();

        report(Duration.ofNanos(System.nanoTime() - begin));
        assertThat(goodAnswers.keySet())
                .as("operations that were reached")
                .containsExactlyInAnyOrderElementsOf(new TreeSet<>(
                        operations.stream().map(FuzzOperation::key).toList()));
        assertThat(findings.isEmpty()).as("nothing found, but: %s", findings).isTrue();
    }

    /** So that no other test comes upon what is left in these shops. */
    @AfterEach
    void leaveTheShops() {
        QuarkusTransaction.requiringNew()
                .run(() -> shops.forEach(shop -> {
                    sql.update("DELETE FROM membership WHERE shop_id = ?", Long.parseLong(shop));
                    sql.update("DELETE FROM staff_invitation WHERE shop_id = ?", Long.parseLong(shop));
                }));
    }

    /** Of things in a shop where nobody is a member. */
    private List<String> foreignIds() {
        FullShop foreign = FullShop.create();
        shops.add(foreign.id());
        leaveTheShops();
        return foreign.idOfCollection().values().stream().distinct().sorted().toList();
    }

    private void runLanes() throws InterruptedException, ExecutionException {
        ExecutorService lanes = Executors.newFixedThreadPool(LANES);
        try {
            List<Callable<Void>> work = IntStream.range(0, LANES)
                    .<Callable<Void>>mapToObj(lane -> () -> run(lane))
                    .toList();
            for (Future<Void> done : lanes.invokeAll(work)) {
                done.get();
            }
        } finally {
            lanes.shutdownNow();
        }
    }

    private Void run(int lane) {
        Random random = new Random(SEED + lane);
        FuzzStage stage = new FuzzStage(contract);
        shops.add(stage.shop().id());
        int targets = operations.stream().mapToInt(attempts::targets).sum();
        for (int index = lane; index < operations.size(); index += LANES) {
            FuzzOperation operation = operations.get(index);
            int most = Math.max(SELDOM, REQUESTS * attempts.targets(operation) / targets);
            fuzz(stage, operation, most, random);
        }
        return null;
    }

    private void fuzz(FuzzStage stage, FuzzOperation operation, int most, Random random) {
        FuzzCall good = goodCall(stage, operation);
        if (good == null) {
            return;
        }
        FuzzAnswer first = send(new FuzzAttempt("good call", "", false, true, call -> call), good);
        goodAnswers.put(operation.key(), first.status() + " " + (first.isSuccess() ? "" : first.toString()));
        if (FuzzGoodCalls.isOnStage(operation.key())
                && List.of(0, 400, 401, 403, 404, 405, 406, 415).contains(first.status())) {
            findings.add("not reached", operation, good.address() + " " + good.text(), first);
        }
        boolean isUsed = first.isSuccess() && !operation.method().equals("GET");
        List<FuzzAttempt> chosen = attempts.choose(operation, foreignIds, most, random);
        for (FuzzAttempt attempt : chosen) {
            if (System.nanoTime() > end) {
                leftOut.incrementAndGet();
                continue;
            }
            if (isUsed) {
                FuzzCall fresh = goodCall(stage, operation);
                good = fresh == null ? good : fresh;
            }
            FuzzCall call =
                    attempt.change().apply(random.nextInt(SELDOM) == 0 ? good.as(someUser(good, random)) : good);
            isUsed = send(attempt, call).isSuccess() && !call.method().equals("GET");
        }
    }

    /** @return null if the stage has nothing any more that it could be done to */
    private FuzzCall goodCall(FuzzStage stage, FuzzOperation operation) {
        try {
            return stage.good(operation);
        } catch (AssertionError | RuntimeException e) {
            findings.add("no good call can be made", operation, "stage", e);
            return null;
        }
    }

    private static String someUser(FuzzCall call, Random random) {
        List<String> roles = List.copyOf(new TreeSet<>(call.operation().roles()));
        if (roles.isEmpty()) {
            return null;
        }
        String role = roles.get(random.nextInt(roles.size()));
        return role.equals("staff") ? "staff1" : role;
    }

    private FuzzAnswer send(FuzzAttempt attempt, FuzzCall call) {
        FuzzAnswer answer = client.send(call);
        statuses.computeIfAbsent(answer.status(), status -> new AtomicInteger()).incrementAndGet();
        judge.judge(attempt, call, answer);
        if (answer.status() == 201 && call.operation().key().equals("POST /shops")) {
            shops.add(answer.body().replaceAll("(?s)^\\{\"id\":\"(\\d+)\".*", "$1"));
        }
        return answer;
    }

    private void report(Duration took) throws IOException {
        Map<String, String> refused = new TreeMap<>(goodAnswers);
        refused.values().removeIf(answer -> answer.startsWith("2"));
        StringBuilder text = new StringBuilder("Fuzzed %d operations with %d requests in %d s (%d left out), seed %d%n"
                .formatted(
                        operations.size(),
                        statuses.values().stream().mapToInt(AtomicInteger::get).sum(),
                        took.toSeconds(),
                        leftOut.get(),
                        SEED));
        text.append("Answers by status: ").append(statuses).append('\n');
        text.append("Good calls accepted: %d, refused by state: %d%n"
                .formatted(goodAnswers.size() - refused.size(), refused.size()));
        refused.forEach((operation, answer) -> text.append("    ")
                .append(operation)
                .append(" -> ")
                .append(answer)
                .append('\n'));
        System.out.println(text);
        Files.writeString(REPORT, text.toString() + findings);
    }
}
