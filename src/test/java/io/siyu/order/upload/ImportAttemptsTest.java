package io.siyu.order.upload;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.buyer.BuyersChanged;
import io.siyu.buyer.match.BuyerLookUp;
import io.siyu.order.ReasonCode;
import io.siyu.order.file.OrderFormats;
import io.siyu.order.write.BuyerSums;
import io.siyu.order.write.OrderPlanner;
import io.siyu.order.write.OrderWriter;
import io.siyu.order.write.ShopWriteLock;
import io.siyu.platform.drain.Drain;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.time.LeaseKeeper;
import io.siyu.shop.ShopRepository;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of an import that does not get through at once. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class ImportAttemptsTest {
    private static final Duration LONG = Duration.ofMinutes(1);

    @Inject
    ImportRunner runner;

    @Inject
    OrderImportRepository imports;

    @Inject
    ShopWriteLock writeLock;

    @Inject
    ImportLease lease;

    @Inject
    IntakeConfig config;

    @Inject
    Sql sql;

    @Inject
    OrderPlanner planner;

    @Inject
    OrderWriter writer;

    @Inject
    BuyerSums sums;

    @Inject
    ImportMeters meters;

    @Inject
    OrderFormats formats;

    @Inject
    UploadFolder uploads;

    @Inject
    BuyerLookUp buyers;

    @Inject
    ShopRepository shops;

    @Inject
    Event<BuyersChanged> buyersChanged;

    @Inject
    Clock clock;

    @Inject
    LeaseKeeper keeper;

    @Inject
    Drain drain;

    private long shopId;
    private long id;
    private Path file;

    @BeforeEach
    void queue() {
        TestShop shop = TestShop.create();
        shopId = Long.parseLong(shop.id());
        // The test is the only one that runs it.
        takeLease("test");
        id = Long.parseLong(ImportedFile.upload(
                        shop,
                        ImportedFile.HEADER
                                .concat("A1,b1,2024-05-01,1.00,0,PAID,\n")
                                .getBytes(StandardCharsets.UTF_8))
                .path("id"));
        file = config.folder().resolve(id + ".csv");
    }

    @Test
    void isDoneHoweverOftenItsServiceWasKilledBeforeTheFirstBatch() {
        for (int kill = 0; kill <= 2 * config.attempts(); kill++) {
            Contention.inTransaction(() -> {
                imports.start(job(), clock.instant());
                return null;
            });
        }

        assertThat(attempt().status()).isEqualTo(ImportStatus.DONE);
    }

    @Test
    void isDoneWhenItsFileCanBeReadAgain() throws IOException {
        Path elsewhere = file.resolveSibling(id + ".away");
        Files.move(file, elsewhere);
        Files.createDirectory(file);
        assertThat(attempt().status()).isEqualTo(ImportStatus.RUNNING);
        assertThat(attempt().attempts()).isEqualTo(2);
        Files.delete(file);
        Files.move(elsewhere, file);

        OrderImport done = attempt();

        assertThat(done.status()).isEqualTo(ImportStatus.DONE);
        assertThat(done.created()).isEqualTo(1);
        assertThat(done.attempts()).isZero();
    }

    @Test
    void failsAfterSomeAttemptsWhenItsFileCannotBeRead() throws IOException {
        Files.delete(file);
        Files.createDirectory(file);
        for (int i = 0; i < config.attempts(); i++) {
            assertThat(attempt().status()).isEqualTo(ImportStatus.RUNNING);
        }

        OrderImport failed = attempt();

        assertThat(failed.status()).isEqualTo(ImportStatus.FAILED);
        assertThat(failed.failure()).isEqualTo(ReasonCode.GAVE_UP.with());
    }

    @Test
    void failsAtOnceWhenItsFileIsGone() throws IOException {
        Files.delete(file);

        OrderImport failed = attempt();

        assertThat(failed.status()).isEqualTo(ImportStatus.FAILED);
        assertThat(failed.failure()).isEqualTo(ReasonCode.FILE_GONE.with());
        assertThat(failed.attempts()).isZero();
    }

    @Test
    void needsItsFileNoMoreOnceAllIsWritten() throws IOException {
        sql.update("UPDATE order_import SET rows_total = 1, rows_done = 1 WHERE shop_id = ? AND id = ?", shopId, id);
        Files.delete(file);

        assertThat(attempt().status()).isEqualTo(ImportStatus.DONE);
    }

    @Test
    void failsAtOnceWithNothingImportedWhenItsFileHasTooManyOrders() throws IOException {
        Files.writeString(file, ImportedFile.HEADER + "A1,b1,2024-05-01,1.00,0,PAID,\nA2,b1,2024-05-01,1.00,0,PAID,\n");

        OrderImport failed = attempt(with(IntakeSettings.of(
                Map.of("folder", config.folder().toString(), "most-orders", "1", "batch-size", "1"))));

        assertThat(failed.status()).isEqualTo(ImportStatus.FAILED);
        assertThat(failed.failure()).isEqualTo(ReasonCode.TOO_MANY_ORDERS.with(1));
        assertThat(failed.rowsDone()).isZero();
        assertThat(file).doesNotExist();
        assertThat(sql.list("SELECT id FROM shop_order WHERE shop_id = ?", row -> row.longAt("id"), shopId))
                .isEmpty();
    }

    /** Batches end before, at and behind the last one that is kept. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5000})
    void keepsTheFirstRejectsAndCountsAll(int batchSize) throws IOException {
        Files.writeString(file, ImportedFile.HEADER + "A1,b1,2024-05-01,bad,0,PAID,\n".repeat(5));

        OrderImport done = attempt(with(IntakeSettings.of(Map.of(
                "folder", config.folder().toString(), "most-rejects", "3", "batch-size", String.valueOf(batchSize)))));

        assertThat(done.status()).isEqualTo(ImportStatus.DONE);
        assertThat(done.rejected()).isEqualTo(5);
        String csv = As.marketer().get("/order-imports/{id}/rejects", id).asString();
        assertThat(csv.lines().map(line -> line.substring(0, 2))).containsExactly("ro", "2,", "3,", "4,", ",,");
        assertThat(csv).endsWith(",,,2 more rows were not taken; why is kept of the first 3 only.\r\n");
    }

    private ImportRunner with(IntakeConfig settings) {
        OrderImportRepository theirs = new OrderImportRepository(sql, new ImportRemarks(sql, settings));
        ImportRuns runs = new ImportRuns(planner, writer, buyers, sums, writeLock, theirs, settings, meters, clock);
        return new ImportRunner(
                runs, lease, theirs, settings, meters, formats, uploads, shops, buyersChanged, clock, keeper, drain);
    }

    private OrderImport attempt() {
        return attempt(runner);
    }

    private OrderImport attempt(ImportRunner worker) {
        takeLease("test");
        worker.runAll(shopId, "test");
        return job();
    }

    private OrderImport job() {
        return imports.findIn(shopId, id).orElseThrow();
    }

    private void takeLease(String owner) {
        Contention.inTransaction(() -> {
            sql.update("UPDATE import_lease SET lease_until = NULL WHERE shop_id = ?", shopId);
            return lease.take(shopId, owner, LONG);
        });
    }
}
