package io.siyu.order.upload;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.siyu.support.As;
import io.siyu.support.ShopOutcome;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Orders that come in from several sides at once end as if they had come one side after the other: the newest word on an
 * order holds, whoever was first, and a buyer is the same person by whichever order he or she was met.
 */
@QuarkusTest
class ConcurrentIntakeTest {
    private static final int ROUNDS = 3;
    private static final int ORDERS = 400;
    private static final int PERSONS = 60;
    private static final int POST = 25;
    private static final String HEADER =
            "order_no,buyer_id,ordered_at,paid_amount,refund_amount,status,phone,updated_at\n";
    private static final List<String> STATES = List.of("UNPAID", "PAID", "SHIPPED", "COMPLETED", "REFUNDED", "CLOSED");
    private static final String[] WHAT_COMES_OF_ORDERS = {
        "orders", "sources", "buyers", "identities", "purchase days", "intervals", "totals due"
    };

    private static final String[] ALL_BUT_THE_IMPORTS = {
        "orders",
        "writes",
        "lines",
        "buyers",
        "merges",
        "identities",
        "purchase days",
        "tier moves",
        "followers",
        "intervals",
        "totals due"
    };

    @Inject
    AgroalDataSource dataSource;

    /** What a source says of an order at a time. */
    private record Word(int order, String status, int cents, int refund, int second) {
        /** Who orders, and by which keys the order tells so, is the same whoever speaks of it. */
        private int person() {
            return new Random(order).nextInt(PERSONS);
        }

        Map<String, String> fields() {
            Map<String, String> fields = new LinkedHashMap<>();
            fields.put("order_no", "N" + order);
            fields.put("buyer_id", order % 3 == 0 ? "" : "b" + person());
            fields.put("ordered_at", "2024-%02d-%02dT10:00:00".formatted(1 + order % 12, 1 + order % 28));
            fields.put("paid_amount", "%d.%02d".formatted(cents / 100, cents % 100));
            fields.put("refund_amount", "%d.%02d".formatted(refund / 100, refund % 100));
            fields.put("status", status);
            fields.put("phone", order % 3 == 1 ? "" : "138%08d".formatted(person()));
            fields.put("updated_at", "2025-01-01T10:%02d:%02d".formatted(second / 60, second % 60));
            return fields;
        }
    }

    @Test
    void twoImportsAtOnceEndAsOneAfterTheOther() throws SQLException, ExecutionException, InterruptedException {
        for (Random random : rounds()) {
            List<Word> one = words(random, 0, ORDERS);
            List<Word> other = words(random, 1, ORDERS);
            TestShop oneByOne = TestShop.create();
            ImportedFile.of(oneByOne, csv(one));
            ImportedFile.of(oneByOne, csv(other));
            TestShop atOnce = TestShop.create();
            together(
                    () -> assertIsDone(ImportedFile.of(atOnce, csv(other)).getString("status")),
                    () -> assertIsDone(ImportedFile.of(atOnce, csv(one)).getString("status")));

            assertEndTheSame(atOnce, oneByOne);
        }
    }

    @Test
    void importsAndPostsAtOnceEndAsOneAfterTheOther() throws SQLException, ExecutionException, InterruptedException {
        for (Random random : rounds()) {
            List<Word> file = words(random, 0, 2 * ORDERS);
            List<Word> posts = words(random, 1, ORDERS);
            TestShop oneByOne = TestShop.create();
            posts(posts).forEach(post -> post(oneByOne, post));
            ImportedFile.of(oneByOne, csv(file));
            TestShop atOnce = TestShop.create();
            List<Runnable> sides = new ArrayList<>();
            sides.add(() -> assertIsDone(ImportedFile.of(atOnce, csv(file)).getString("status")));
            List<List<Word>> shuffled = new ArrayList<>(posts(posts));
            Collections.shuffle(shuffled, random);
            int half = shuffled.size() / 2;
            sides.add(() -> shuffled.subList(0, half).forEach(post -> post(atOnce, post)));
            sides.add(() -> shuffled.subList(half, shuffled.size()).forEach(post -> post(atOnce, post)));
            together(sides.toArray(new Runnable[0]));

            assertEndTheSame(atOnce, oneByOne);
        }
    }

    @Test
    void whatComesAgainChangesNothing() throws SQLException {
        for (Random random : rounds()) {
            List<Word> words = words(random, 0, ORDERS);
            TestShop shop = TestShop.create();
            ImportedFile.of(shop, csv(words));
            ShopOutcome once = outcome(shop);
            assertThat(ImportedFile.of(shop, csv(words)).getInt("orders.updated"))
                    .isZero();
            posts(words).forEach(post -> post(shop, post));

            outcome(shop).only(ALL_BUT_THE_IMPORTS).assertSameAs(once.only(ALL_BUT_THE_IMPORTS));
        }
    }

    /** Paid, refunded by mistake, and paid again, of which the middle is heard last. */
    @Test
    void theNewestWordHoldsAlsoWhereItSaysWhatWasKnown() throws SQLException {
        TestShop shop = TestShop.create();
        post(shop, List.of(new Word(1, "PAID", 500, 0, 10)));
        post(shop, List.of(new Word(1, "PAID", 500, 0, 30)));
        post(shop, List.of(new Word(1, "REFUNDED", 500, 500, 20)));

        assertThat(outcome(shop).rows("orders")).singleElement().asString().contains("| PAID |");
    }

    private static List<Random> rounds() {
        long seed = System.nanoTime();
        System.out.println("ConcurrentIntakeTest goes by the seed " + seed);
        return IntStream.range(0, ROUNDS)
                .mapToObj(round -> new Random(seed + round))
                .toList();
    }

    /** Some of the orders that there are, each once. No two sources speak of an order as of the same time. */
    private static List<Word> words(Random random, int source, int count) {
        List<Integer> numbers = IntStream.range(0, 2 * ORDERS).boxed().collect(Collectors.toCollection(ArrayList::new));
        Collections.shuffle(numbers, random);
        List<Word> words = new ArrayList<>();
        for (int order : numbers.subList(0, count)) {
            // No source says by chance what another one says: whose time is kept then depends on who came first.
            int cents = 100 + 2 * random.nextInt(2500) + source;
            words.add(new Word(
                    order,
                    STATES.get(random.nextInt(STATES.size())),
                    cents,
                    random.nextInt(4) == 0 ? cents / 2 : 0,
                    2 * random.nextInt(1800) + source));
        }
        return words;
    }

    private static String csv(List<Word> words) {
        return HEADER
                + words.stream()
                        .map(word -> String.join(",", word.fields().values()))
                        .collect(Collectors.joining("\n", "", "\n"));
    }

    private static List<List<Word>> posts(List<Word> words) {
        return IntStream.range(0, (words.size() + POST - 1) / POST)
                .mapToObj(i -> words.subList(i * POST, Math.min(words.size(), (i + 1) * POST)))
                .toList();
    }

    private static void post(TestShop shop, List<Word> words) {
        As.integration()
                .contentType(ContentType.JSON)
                .body(words.stream().map(Word::fields).toList())
                .post("/shops/{shop}/orders", shop.id())
                .then()
                .statusCode(200);
    }

    private static void assertIsDone(String status) {
        assertThat(status).isEqualTo("DONE");
    }

    private static void together(Runnable... sides) throws ExecutionException, InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(sides.length);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (Runnable side : sides) {
                running.add(threads.submit(side));
            }
            for (Future<?> side : running) {
                side.get();
            }
        } finally {
            threads.shutdown();
        }
    }

    private void assertEndTheSame(TestShop one, TestShop other) throws SQLException {
        outcome(one).only(WHAT_COMES_OF_ORDERS).assertSameAs(outcome(other).only(WHAT_COMES_OF_ORDERS));
    }

    private ShopOutcome outcome(TestShop shop) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            return ShopOutcome.of(connection, shop.id());
        }
    }
}
