package io.siyu.order.upload;

import io.quarkus.test.junit.QuarkusTest;
import io.siyu.buyer.match.BuyerDetails;
import io.siyu.buyer.match.BuyerLookUp;
import io.siyu.order.OrderStatus;
import io.siyu.order.file.OrderFile;
import io.siyu.order.file.OrderFormats;
import io.siyu.order.incoming.IncomingOrder;
import io.siyu.order.write.BuyerSums;
import io.siyu.order.write.OrderIntakeService;
import io.siyu.order.write.OrderPlanner;
import io.siyu.order.write.OrderWriter;
import io.siyu.order.write.ShopWriteLock;
import io.siyu.platform.ids.Id;
import io.siyu.platform.language.Language;
import io.siyu.platform.privacy.FieldEncryption;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.Sql;
import io.siyu.shop.Shop;
import io.siyu.shop.ShopRepository;
import io.siyu.support.As;
import io.siyu.support.TestShop;
import io.siyu.support.Waiting;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** However a file is cut into batches, and wherever its import is interrupted, what comes of it is the same. */
@QuarkusTest
class ImportBatchesTest {
    /** From how many rows on all of the shop's keys are read before, and not looked up one by one. */
    private static final long AT_HAND = 1;

    private static final long LOOKED_UP = Long.MAX_VALUE;
    /** By the last two a buyer came by phone in one batch and got a platform id in the next one. */
    private static final List<Integer> SEEDS = List.of(0, 1, 2, 3, 32, 59);

    private static final String ERASED_PHONE = "13912345678";
    private static final int COUNTS = 3;
    private static final int MANY_BUYERS = 16_000;

    @Inject
    OrderPlanner planner;

    @Inject
    OrderWriter writer;

    @Inject
    BuyerSums sums;

    @Inject
    ImportMeters meters;

    @Inject
    ShopRepository shops;

    @Inject
    ShopWriteLock writeLock;

    @Inject
    ImportLease lease;

    @Inject
    OrderImportRepository imports;

    @Inject
    OrderFormats formats;

    @Inject
    BuyerLookUp buyers;

    @Inject
    Sql sql;

    @Inject
    OrderIntakeService intake;

    @Inject
    FieldEncryption encryption;

    @Inject
    Clock clock;

    private Shop shop;

    @Test
    void doesNotDependOnTheSizeOfBatches() throws IOException {
        Path file = file(new Random(42));
        String whole = imported(file, 5000, 0);

        assertThat(imported(file, 1, 0)).isEqualTo(whole);
        assertThat(imported(file, 7, 0)).isEqualTo(whole);
    }

    /** In one batch nothing is planned ahead; in small ones nearly all is, beside batches that are on their way. */
    @Test
    void doesNotDependOnWhatIsPlannedAhead() throws IOException {
        for (int seed : SEEDS) {
            Path file = file(new Random(seed));
            String whole = imported(file, 5000, 0);

            for (long keys : List.of(AT_HAND, LOOKED_UP)) {
                assertThat(imported(file, new Sized(7, keys), batch -> false))
                        .as("seed " + seed)
                        .isEqualTo(whole);
                assertThat(imported(file, new Sized(3, keys), batch -> batch % 4 == 0))
                        .as("seed " + seed)
                        .isEqualTo(whole);
            }
        }
    }

    /** A later file's buyers are known by what an earlier one stored of them, which batches on their way may change. */
    @Test
    void knowsTheBuyersOfEarlierFiles() throws IOException {
        for (int seed : List.of(0, 1, 2, 3)) {
            List<Path> files = List.of(moves("E", 1, new Random(seed)), moves("N", 2, new Random(-1 - seed)));
            String whole = imported(files, new Sized(5000, LOOKED_UP), batch -> false);

            assertThat(imported(files, new Sized(3, AT_HAND), batch -> false))
                    .as("seed " + seed)
                    .isEqualTo(whole);
        }
    }

    /** Few buyers who change between two phones from one day to the next. */
    private static Path moves(String prefix, int month, Random random) throws IOException {
        String rows = IntStream.range(0, 28)
                .mapToObj(i -> {
                    int buyer = random.nextInt(4);
                    return "%s%d,b%d,2024-%02d-%02d,9.00,0.00,PAID,1380000%d%d00%n"
                            .formatted(prefix, i, buyer, month, i + 1, buyer, random.nextInt(2));
                })
                .collect(Collectors.joining());
        return written(rows);
    }

    /** Whoever posts in between makes what was planned ahead void: the buyers of the post are the file's, not others. */
    @Test
    void seesWhatOthersWroteInBetween() throws IOException {
        Path file = file(new Random(3));
        String before = imported(file, new Sized(5000, LOOKED_UP), batch -> post(batch == 1));
        for (int after : List.of(1, 2, 9)) {
            assertThat(whoBoughtWhat(imported(file, new Sized(7, AT_HAND), batch -> post(batch == after))))
                    .isEqualTo(whoBoughtWhat(before));
        }
    }

    /** What does not depend on who came first: not what each counted as new, nor which phone is the latest of all. */
    private static String whoBoughtWhat(String outcome) {
        return outcome.lines()
                .skip(COUNTS)
                .map(line -> line.replaceAll(" \\+86\\d+ ", " "))
                .collect(Collectors.joining("\n"));
    }

    /** Of several pages of buyers two are updated at a time: neither may wait for the other one's rows. */
    @Test
    void updatesTheTotalsOfManyBuyers() throws IOException {
        String rows = IntStream.range(0, MANY_BUYERS)
                .mapToObj(i -> "M%05d,m%05d,2024-02-%02d,1.00,0.00,PAID,%n".formatted(i, i, 1 + i % 28))
                .collect(Collectors.joining());
        Path file = Files.createTempFile("many", ".csv");
        file.toFile().deleteOnExit();

        String outcome =
                imported(Files.writeString(file, ImportedFile.HEADER + rows), new Sized(1000, AT_HAND), batch -> false);

        assertThat(outcome.lines().filter(line -> line.contains(" 1 2024-02-"))).hasSize(MANY_BUYERS);
    }

    /** Orders of buyers of whom the file has some, too. */
    private boolean post(boolean isNow) {
        if (isNow) {
            List<IncomingOrder> orders = IntStream.range(0, 20)
                    .mapToObj(i -> order("X" + i, "b" + i))
                    .toList();
            intake.take(shop, "generic", orders);
        }
        return false;
    }

    /** What was received before an erasure keeps the orders and drops the person, whichever batch it comes in. */
    @Test
    void whoIsErasedMeanwhileDoesNotComeBack() throws IOException {
        Path file = written(IntStream.range(0, 60)
                .mapToObj(i -> i == 57
                        // A present from somebody else.
                        ? "E57,giver,2024-02-28,9.00,0.00,PAID,%s%n".formatted(ERASED_PHONE)
                        : "E%d,%s,2024-01-%02d,9.00,0.00,PAID,%s%n"
                                .formatted(
                                        i,
                                        i % 6 == 0 && i < 48 ? "gone" : i % 6 == 0 ? "" : "b" + i % 6,
                                        1 + i % 28,
                                        i % 6 == 0 ? ERASED_PHONE : "1380000001" + i % 6))
                .collect(Collectors.joining()));
        for (long keys : List.of(AT_HAND, LOOKED_UP)) {
            AtomicReference<String> gone = new AtomicReference<>();
            long shopId = Long.parseLong(TestShop.create().id());
            Instant before = clock.instant();

            importInto(shopId, file, new Sized(7, keys), batch -> {
                if (batch == 4) {
                    gone.set(erased(shopId, "gone"));
                }
                return false;
            });

            assertThat(found(shopId, ERASED_PHONE)).isEmpty();
            assertThat(found(shopId, "gone")).isEmpty();
            assertThat(numbersOf(shopId, gone.get()))
                    .containsExactlyInAnyOrder("E0", "E6", "E12", "E18", "E24", "E30", "E36", "E42", "E48", "E54");
            assertThat(numbersOf(shopId, only(found(shopId, "giver")))).containsExactly("E57");
            assertThat(numbersOf(shopId, only(found(shopId, "13800000011")))).hasSize(10);

            intake.take(shop, "generic", before, () -> List.of(order("X1", "gone")));
            intake.take(shop, "generic", List.of(order("X2", "gone")));
            assertThat(numbersOf(shopId, gone.get())).contains("X1").doesNotContain("X2");
            assertThat(numbersOf(shopId, only(found(shopId, "gone")))).containsExactly("X2");
        }
    }

    /** Once the buyer's first orders are written. */
    private static String erased(long shopId, String platformId) {
        Waiting.until("the buyer is there", Duration.ofMinutes(1), () -> !found(shopId, platformId)
                .isEmpty());
        String buyer = only(found(shopId, platformId));
        As.admin().delete("/buyers/{id}", buyer).then().statusCode(204);
        return buyer;
    }

    private static List<String> found(long shopId, String query) {
        return As.marketer()
                .queryParam("q", query)
                .get("/shops/{shop}/buyers", Id.of(shopId).toString())
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    private static String only(List<String> ids) {
        assertThat(ids).hasSize(1);
        return ids.get(0);
    }

    private List<String> numbersOf(long shopId, String buyer) {
        return sql.list(
                "SELECT order_no FROM shop_order WHERE shop_id = ? AND buyer_id = ?",
                row -> row.textAt("order_no"),
                shopId,
                Id.fromString(buyer).value());
    }

    private static IncomingOrder order(String orderNo, String platformId) {
        return new IncomingOrder(
                orderNo,
                OrderStatus.PAID,
                Instant.parse("2024-03-01T08:00:00Z"),
                null,
                BigDecimal.TEN,
                BigDecimal.ZERO,
                new BuyerDetails(platformId, null, null, null, null),
                List.of(),
                null);
    }

    @Test
    void doesNotDependOnInterruptions() throws IOException {
        Path file = file(new Random(7));

        assertThat(imported(file, 10, 3)).isEqualTo(imported(file, 10, 0));
    }

    /** The second file finds buyers and orders of the first. */
    @Test
    void countsInADryRunWhatAnImportDoes() throws IOException {
        for (int seed : SEEDS) {
            long shopId = Long.parseLong(TestShop.create().id());
            for (Path path : List.of(file(new Random(seed)), file(new Random(-1 - seed)))) {
                List<String> told = new ArrayList<>();
                for (int batchSize : List.of(3, 5000)) {
                    told.add(counts(run(shopId, path, new Sized(batchSize, LOOKED_UP), batch -> false, true)));
                }
                assertThat(told)
                        .as("seed " + seed)
                        .containsOnly(counts(importInto(shopId, path, new Sized(7, LOOKED_UP), batch -> false)));
            }
        }
    }

    private static String counts(OrderImport job) {
        OrderImportResponse response = OrderImportResponse.from(job, Language.ENGLISH);
        return response.orders() + " " + response.buyers();
    }

    /** Few buyers known by changing keys, few orders that come again and again, and rows that are wrong. */
    private static Path file(Random random) throws IOException {
        String rows = IntStream.range(0, 200)
                .mapToObj(i -> "N%d,%s,2024-%02d-%02d,%d.00,%d.00,%s,%s%n"
                        .formatted(
                                random.nextInt(120),
                                random.nextInt(3) == 0 ? "" : "b" + random.nextInt(20),
                                1 + random.nextInt(12),
                                1 + random.nextInt(28),
                                random.nextInt(50),
                                random.nextInt(5),
                                List.of("PAID", "SHIPPED", "REFUNDED", "UNPAID", "WRONG")
                                        .get(random.nextInt(5)),
                                random.nextInt(3) == 0 ? "" : "138000000" + (10 + random.nextInt(20))))
                .collect(Collectors.joining());
        return written(rows);
    }

    private static Path written(String rows) throws IOException {
        Path file = Files.createTempFile("batches", ".csv");
        file.toFile().deleteOnExit();
        return Files.writeString(file, ImportedFile.HEADER + rows);
    }

    private String imported(Path path, int batchSize, int interruptEvery) throws IOException {
        return imported(
                path, new Sized(batchSize, LOOKED_UP), batch -> interruptEvery > 0 && batch % interruptEvery == 0);
    }

    private String imported(Path path, Sized config, IntPredicate isStopping) throws IOException {
        return imported(List.of(path), config, isStopping);
    }

    /**
     * Imports into a fresh shop, one file after the other, and tells all that came of it, ids left out.
     *
     * @param isStopping asked behind each batch of a run
     */
    private String imported(List<Path> paths, Sized config, IntPredicate isStopping) throws IOException {
        long shopId = Long.parseLong(TestShop.create().id());
        OrderImport last = null;
        for (Path path : paths) {
            last = importInto(shopId, path, config, isStopping);
        }
        return outcome(shopId, last);
    }

    private OrderImport importInto(long shopId, Path path, Sized config, IntPredicate isStopping) throws IOException {
        return run(shopId, path, config, isStopping, false);
    }

    private OrderImport run(long shopId, Path path, Sized config, IntPredicate isStopping, boolean dryRun)
            throws IOException {
        long id = Id.nextValue();
        UploadFolder.Stored stored = new UploadFolder.Stored("none", 1);
        // Before it is queued, so that no worker of the application takes it.
        Contention.inTransaction(() -> lease.take(shopId, "test", Duration.ofMinutes(1)));
        imports.queue(new OrderImportRepository.Arrival(
                shopId, id, "generic", dryRun, "f.csv", stored, null, "test", clock.instant()));
        ImportRuns runs = new ImportRuns(planner, writer, buyers, sums, writeLock, imports, config, meters, clock);
        shop = Contention.inTransaction(() -> shops.findById(shopId));
        OrderFile file = formats.recognise(path, "generic");
        boolean isDone;
        do {
            String owner = Id.next().toString();
            Contention.inTransaction(() -> {
                sql.update("UPDATE import_lease SET lease_until = NULL WHERE shop_id = ?", shopId);
                return lease.take(shopId, owner, Duration.ofMinutes(1));
            });
            OrderImport job = imports.findIn(shopId, id).orElseThrow();
            int[] batches = {0};
            ImportRun run = runs.of(job, shop, owner, () -> isStopping.test(++batches[0]));
            isDone = run.readAll(file) && (dryRun || run.updateTotals());
        } while (!isDone);
        imports.finish(imports.findIn(shopId, id).orElseThrow(), ImportStatus.DONE, null, clock.instant());
        return imports.findIn(shopId, id).orElseThrow();
    }

    private String outcome(long shopId, OrderImport job) {
        OrderImportResponse response = OrderImportResponse.from(job, Language.ENGLISH);
        List<String> persons = sql.list(
                "SELECT b.*, (SELECT GROUP_CONCAT(o.order_no ORDER BY o.order_no) FROM shop_order o"
                        + " WHERE o.shop_id = b.shop_id AND o.buyer_id = b.id) AS numbers,"
                        + " (SELECT COUNT(*) FROM buyer_identity i WHERE i.shop_id = b.shop_id AND i.buyer_id = b.id)"
                        + " AS number_of_keys FROM buyer b WHERE shop_id = ? AND b.merged_into IS NULL",
                row -> row.textAt("numbers")
                        + ' '
                        + row.textAt("platform_id")
                        + ' '
                        + row.intAt("purchase_days")
                        + ' '
                        + row.dayAt("first_day")
                        + ' '
                        + row.dayAt("last_day")
                        + ' '
                        + row.decimalAt("net_spend")
                        + ' '
                        + row.dayAt("first_order_day")
                        + ' '
                        + encryption.decrypt(shopId, "buyer.phone", row.bytesAt("phone_enc"))
                        + ' '
                        + row.intAt("number_of_keys"),
                shopId);
        List<String> orders = sql.list(
                "SELECT order_no, status, net_amount, exclusion FROM shop_order WHERE shop_id = ? ORDER BY order_no",
                row -> row.textAt("order_no")
                        + row.textAt("status")
                        + row.decimalAt("net_amount")
                        + row.textAt("exclusion"),
                shopId);
        return response.orders() + "\n" + response.buyers() + "\n" + response.rows() + "\n"
                + persons.stream().sorted().collect(Collectors.joining("\n")) + "\n" + orders;
    }

    private record Sized(int batchSize, long manyRows) implements IntakeConfig {
        @Override
        public Path folder() {
            throw new UnsupportedOperationException();
        }

        @Override
        public long maxBytes() {
            return Long.MAX_VALUE;
        }

        @Override
        public long maxPostedBytes() {
            return Long.MAX_VALUE;
        }

        @Override
        public int mostOrders() {
            return Integer.MAX_VALUE;
        }

        @Override
        public int mostRejects() {
            return Integer.MAX_VALUE;
        }

        @Override
        public int workers() {
            return 1;
        }

        @Override
        public Duration lease() {
            return Duration.ofMinutes(1);
        }

        @Override
        public int attempts() {
            return 1;
        }
    }
}
