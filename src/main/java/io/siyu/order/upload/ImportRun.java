package io.siyu.order.upload;

import com.carrotsearch.hppc.LongHashSet;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.siyu.buyer.match.BuyerMatches;
import io.siyu.buyer.match.StoredBuyers;
import io.siyu.order.IntakeTerms;
import io.siyu.order.file.FileSurvey;
import io.siyu.order.file.OrderFile;
import io.siyu.order.file.OrderReader;
import io.siyu.order.incoming.OrderHashing;
import io.siyu.order.upload.batch.BatchReader;
import io.siyu.order.upload.batch.PlanAhead;
import io.siyu.order.upload.batch.ReadBatch;
import io.siyu.order.write.BatchCounts;
import io.siyu.order.write.ImportSession;
import io.siyu.order.write.OrderBatch;
import io.siyu.order.write.OrderPlan;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.InSteps;
import io.siyu.platform.sql.WriteChain;
import io.siyu.platform.time.LeaseLostException;
import io.siyu.shop.Shop;
import org.jboss.logging.Logger;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * One import from its checkpoint to the end of its file, and then over the buyers whose orders it changed. Each batch is
 * written in one transaction together with the checkpoint behind it, so that a run that is killed is continued by
 * another one with the same result.
 */
@InSteps
final class ImportRun {
    private static final Logger LOG = Logger.getLogger(ImportRun.class);

    private final ImportRuns runs;
    private final OrderImport job;
    private final Shop shop;
    private final String owner;
    private final BooleanSupplier isStopping;
    private final BuyerMatches rehearsedBuyers;
    private final LongHashSet rehearsedTouches = new LongHashSet();
    private final ImportSession session;
    /** Null unless the file has many rows. */
    private CompletableFuture<AsOf> storedBuyers;
    /** Up to where rows are counted in the metrics. */
    private long rowsCounted;

    /** What was stored of the shop's buyers at that fence of the write lock. */
    private record AsOf(long fence, StoredBuyers buyers) {}

    /** @param rehearsedBuyers what a dry run remembers the buyers in that it does not make */
    ImportRun(
            ImportRuns runs,
            OrderImport job,
            Shop shop,
            String owner,
            BuyerMatches rehearsedBuyers,
            BooleanSupplier isStopping) {
        this.runs = runs;
        this.job = job;
        this.shop = shop;
        this.owner = owner;
        this.rehearsedBuyers = rehearsedBuyers;
        this.isStopping = isStopping;
        this.session = new ImportSession(shop.id(), job.id());
        this.rowsCounted = job.dryRun() ? 0 : job.rowsDone();
    }

    /**
     * Reads and writes the file from the checkpoint on. It may be called again when it lost a race for a row.
     *
     * @return false if it was asked to stop before the end
     * @throws LeaseLostException if another worker has taken over
     */
    boolean readAll(OrderFile file) throws IOException {
        if (job.isReadToTheEnd()) {
            return true;
        }
        storedBuyers = null;
        FileSurvey survey = FileSurvey.of(
                file, IntakeTerms.of(shop), runs.config().mostOrders(), this::readStoredBuyersForManyRows);
        begin(survey.rows());
        PlanAhead plans = new PlanAhead(runs.planner(), session, this::orders);
        OrderHashing hashing = runs.planner().hashing(shop.id());
        BatchReader.Limits limits = new BatchReader.Limits(
                job.dryRun() ? 0 : job.checkpointRow(), runs.config().batchSize());
        try (BatchReader batches = new BatchReader(
                        new OrderReader(file, IntakeTerms.of(shop), survey),
                        survey,
                        order -> hashing.hashed(order.asOf(job.sourceAt())),
                        read -> job.dryRun() ? new PlanAhead.Planned(read, null, 0) : plans.ahead(read),
                        limits);
                WriteChain chain = new WriteChain()) {
            PlanAhead.Planned batch;
            boolean isAtEnd;
            do {
                chain.awaitRoom();
                batch = batches.next();
                isAtEnd = batch == null;
                if (!isAtEnd) {
                    chain.add(write(batch, plans));
                }
            } while (!isAtEnd && !isStopping.getAsBoolean());
            chain.finish();
            return isAtEnd;
        }
    }

    /**
     * Brings the sums of all buyers whose orders the import has changed in step with their orders. It may be called again
     * when it lost a race for a row.
     *
     * @return false if it was asked to stop before the end
     * @throws LeaseLostException if another worker has taken over
     */
    boolean updateTotals() {
        Instant now = runs.clock().instant();
        try (WriteChain chain = new WriteChain()) {
            List<Long> pages = runs.sums().pages(session);
            boolean isStopped = false;
            for (int i = 0; i < pages.size() && !isStopped; i++) {
                long after = pages.get(i);
                chain.add(link -> updateTotals(after, now, link));
                isStopped = isStopping.getAsBoolean();
            }
            chain.finish();
            return !isStopped;
        }
    }

    private void updateTotals(long after, Instant now, WriteChain.Link link) {
        link.awaitEarlierBegun();
        QuarkusTransaction.requiringNew().run(() -> {
            runs.writeLock().share(shop.id(), owner);
            link.begun();
            int updated = runs.sums().updatePage(session, after, now, link::awaitEarlier);
            link.awaitEarlier();
            runs.imports().countUpdated(job, updated);
        });
    }

    /** While the file is looked over, the database has nothing else to do. */
    private void readStoredBuyersForManyRows(long rows) {
        if (storedBuyers == null && rows >= runs.config().manyRows() && !job.dryRun()) {
            storedBuyers = CompletableFuture.supplyAsync(() -> Contention.inTransaction(this::storedBuyers))
                    .exceptionally(e -> {
                        LOG.debugf(e, "Buyers of shop %d are looked up one by one", shop.id());
                        return null;
                    });
        }
    }

    private AsOf storedBuyers() {
        long fence = runs.writeLock().fence(shop.id());
        return new AsOf(fence, runs.buyers().stored(shop.id()));
    }

    private void begin(long rows) {
        readStoredBuyersForManyRows(rows);
        AsOf stored = storedBuyers == null ? null : storedBuyers.join();
        Contention.inTransaction(() -> {
            runs.imports().survey(job, rows);
            session.beginAgain(runs.writeLock().fence(shop.id()));
            if (stored != null && session.isStill(stored.fence())) {
                session.recent().learnStored(stored.buyers());
            }
            return null;
        });
    }

    private OrderBatch orders(ReadBatch read) {
        return new OrderBatch(session, shop.zone(), job.format(), job.id(), job.createdAt(), read.orders());
    }

    private Consumer<WriteChain.Link> write(PlanAhead.Planned planned, PlanAhead plans) {
        ReadBatch read = planned.read();
        BatchCounts rehearsed =
                job.dryRun() ? runs.planner().rehearse(orders(read), rehearsedBuyers, rehearsedTouches) : null;
        ImportProgress progress =
                new ImportProgress(read.rowsRead(), read.lastRow(), read.superseded(), read.rejects(), read.warnings());
        return link -> {
            link.awaitEarlierBegun();
            QuarkusTransaction.requiringNew().run(() -> {
                long fence = runs.writeLock().share(shop.id(), owner);
                BatchCounts counts = rehearsed != null
                        ? rehearsed
                        : runs.writer().write(plan(planned, plans, fence, link), link::awaitEarlier);
                link.awaitEarlier();
                runs.imports().advance(job, progress, counts);
            });
            if (rehearsed == null) {
                plans.committed();
            }
            count(progress);
        };
    }

    private void count(ImportProgress progress) {
        long more = Math.max(0, progress.rowsDone() - rowsCounted);
        rowsCounted += more;
        runs.meters().read(more, progress.rejects().size());
    }

    private OrderPlan plan(PlanAhead.Planned planned, PlanAhead plans, long fence, WriteChain.Link link) {
        OrderPlan ahead = plans.ifGood(planned, fence);
        if (ahead == null) {
            link.awaitEarlier();
            return plans.now(planned.read(), fence);
        }
        // Until the earlier ones are committed it only adds rows of its own, so the next batch may begin beside it.
        link.begun();
        return ahead;
    }
}
