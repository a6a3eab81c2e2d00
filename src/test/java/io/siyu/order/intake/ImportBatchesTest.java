package io.siyu.order.intake;

import io.quarkus.test.junit.QuarkusTest;
import io.siyu.buyer.BuyerRegistry;
import io.siyu.order.file.OrderFile;
import io.siyu.order.file.OrderFormats;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.Sql;
import io.siyu.shop.Shop;
import io.siyu.shop.ShopRepository;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import static org.assertj.core.api.Assertions.assertThat;

/** However a file is cut into batches, and wherever its import is interrupted, what comes of it is the same. */
@QuarkusTest
class ImportBatchesTest {
    @Inject
    OrderWriter writer;

    @Inject
    BuyerSums sums;

    @Inject
    ShopRepository shops;

    @Inject
    OrderLane lane;

    @Inject
    OrderImportRepository imports;

    @Inject
    OrderFormats formats;

    @Inject
    BuyerRegistry buyers;

    @Inject
    Sql sql;

    @Inject
    Clock clock;

    @Test
    void doesNotDependOnTheSizeOfBatches() throws IOException {
        Path file = file(new Random(42));
        String whole = imported(file, 5000, 0);

        assertThat(imported(file, 1, 0)).isEqualTo(whole);
        assertThat(imported(file, 7, 0)).isEqualTo(whole);
    }

    @Test
    void doesNotDependOnInterruptions() throws IOException {
        Path file = file(new Random(7));

        assertThat(imported(file, 10, 3)).isEqualTo(imported(file, 10, 0));
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
        Path file = Files.createTempFile("batches", ".csv");
        file.toFile().deleteOnExit();
        return Files.writeString(file, ImportedFile.HEADER + rows);
    }

    /** Imports into a fresh shop and tells all that came of it, ids left out. */
    private String imported(Path path, int batchSize, int interruptEvery) throws IOException {
        long shopId = Long.parseLong(TestShop.create().id());
        long id = Id.nextValue();
        UploadFolder.Stored stored = new UploadFolder.Stored("none", 1, new byte[32]);
        // Before it is queued, so that no worker of the application takes it.
        Contention.inTransaction(() -> lane.take(shopId, "test", Duration.ofMinutes(1)));
        imports.queue(new OrderImportRepository.Arrival(
                shopId, id, "generic", false, "f.csv", stored, null, "test", clock.instant()));
        ImportRun.Desk desk = new ImportRun.Desk(writer, buyers, sums, lane, imports, new Sized(batchSize), clock);
        Shop shop = Contention.inTransaction(() -> shops.findById(shopId));
        OrderFile file = formats.recognise(path, "generic");
        boolean isDone;
        do {
            String owner = Id.next().toString();
            Contention.inTransaction(() -> {
                sql.update("UPDATE order_lane SET lease_until = NULL WHERE shop_id = ?", shopId);
                return lane.take(shopId, owner, Duration.ofMinutes(1));
            });
            OrderImport job = imports.findIn(shopId, id).orElseThrow();
            int[] batches = {0};
            ImportRun run = new ImportRun(
                    desk,
                    job,
                    shop,
                    owner,
                    buyers.matches(shopId),
                    () -> interruptEvery > 0 && ++batches[0] % interruptEvery == 0);
            isDone = run.readAll(file) && run.settle();
        } while (!isDone);
        imports.finish(imports.findIn(shopId, id).orElseThrow(), ImportStatus.DONE, null, clock.instant());
        return outcome(shopId, imports.findIn(shopId, id).orElseThrow());
    }

    private String outcome(long shopId, OrderImport job) {
        OrderImportResponse response = OrderImportResponse.from(job);
        List<String> persons = sql.list(
                "SELECT b.*, (SELECT GROUP_CONCAT(o.order_no ORDER BY o.order_no) FROM shop_order o"
                        + " WHERE o.shop_id = b.shop_id AND o.buyer_id = b.id) AS numbers FROM buyer b WHERE shop_id = ?",
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
                        + row.dayAt("first_order_day"),
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

    private record Sized(int batchSize) implements IntakeConfig {
        @Override
        public Path folder() {
            throw new UnsupportedOperationException();
        }

        @Override
        public long maxBytes() {
            return Long.MAX_VALUE;
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
