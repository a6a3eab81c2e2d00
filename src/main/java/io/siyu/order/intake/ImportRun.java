package io.siyu.order.intake;

import io.siyu.buyer.BuyerMatches;
import io.siyu.buyer.BuyerRegistry;
import io.siyu.order.file.FileSurvey;
import io.siyu.order.file.OrderFile;
import io.siyu.order.file.OrderReader;
import io.siyu.platform.sql.Contention;
import io.siyu.shop.Shop;

import java.io.IOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * One import from its checkpoint to the end of its file, and then over the buyers whose orders it changed. Each batch is
 * written in one transaction together with the checkpoint behind it, so that a run that is killed is continued by
 * another one with the same result.
 */
final class ImportRun {
    /** From so many on it is less work to read all of the shop's identity keys than to look each of the file's up. */
    private static final long MANY_ROWS = 20_000;

    private final Desk desk;
    private final OrderImport job;
    private final Shop shop;
    private final String owner;
    private final BooleanSupplier isStopping;
    private final BuyerMatches rehearsedBuyers;
    private final Set<Long> rehearsedTouches = new HashSet<>();
    private final Pass pass;
    private long rows;

    /** What a run works with. */
    record Desk(
            OrderWriter writer,
            BuyerRegistry buyers,
            BuyerSums sums,
            OrderLane lane,
            OrderImportRepository imports,
            IntakeConfig config,
            Clock clock) {}

    /** @param rehearsedBuyers what a dry run remembers the buyers in that it does not make */
    ImportRun(
            Desk desk,
            OrderImport job,
            Shop shop,
            String owner,
            BuyerMatches rehearsedBuyers,
            BooleanSupplier isStopping) {
        this.desk = desk;
        this.job = job;
        this.shop = shop;
        this.owner = owner;
        this.rehearsedBuyers = rehearsedBuyers;
        this.isStopping = isStopping;
        this.pass = new Pass(shop.id(), job.id());
    }

    /**
     * @return false if it was asked to stop before the end
     * @throws LaneLostException if another worker has taken over
     */
    boolean readAll(OrderFile file) throws IOException {
        if (job.isReadToTheEnd()) {
            return true;
        }
        FileSurvey survey = FileSurvey.of(file, shop.zone());
        rows = survey.rows();
        Contention.inTransaction(() -> {
            desk.imports().survey(job, survey.rows());
            return null;
        });
        BatchReader.Limits limits = new BatchReader.Limits(
                job.dryRun() ? 0 : job.checkpointRow(), desk.config().batchSize());
        try (BatchReader batches = new BatchReader(
                new OrderReader(file, shop.zone(), survey),
                survey,
                order -> desk.writer().hashed(shop.id(), order.asOf(job.sourceAt())),
                limits)) {
            ReadBatch batch;
            while ((batch = batches.next()) != null) {
                write(batch);
                if (isStopping.getAsBoolean()) {
                    return false;
                }
            }
        }
        return true;
    }

    /**
     * Brings the sums of all buyers whose orders the import has changed in step with their orders.
     *
     * @return false if it was asked to stop before the end
     * @throws LaneLostException if another worker has taken over
     */
    boolean settle() {
        BuyerSums.Settled step = new BuyerSums.Settled(0, 0, 0);
        do {
            long afterId = step.lastId();
            step = Contention.inTransaction(() -> {
                desk.lane().keep(shop.id(), owner, desk.config().lease());
                BuyerSums.Settled settled =
                        desk.sums().settleSome(pass, afterId, desk.clock().instant());
                desk.imports().countSettled(job, settled.updated());
                return settled;
            });
        } while (!step.isLast() && !isStopping.getAsBoolean());
        return step.isLast();
    }

    private void takeTurn() {
        boolean isFirst = pass.isFresh();
        pass.takeTurn(desk.lane().turn(shop.id()));
        if (isFirst && rows >= MANY_ROWS && !job.dryRun()) {
            desk.buyers().learnStoredKeys(shop.id(), pass.recent());
        }
    }

    private void write(ReadBatch read) {
        OrderBatch batch = new OrderBatch(pass, shop.zone(), job.format(), job.id(), read.orders());
        BatchCounts rehearsed = job.dryRun() ? desk.writer().rehearse(batch, rehearsedBuyers, rehearsedTouches) : null;
        ImportProgress progress =
                new ImportProgress(read.rowsRead(), read.lastRow(), read.superseded(), read.rejects());
        Contention.inTransaction(() -> {
            desk.lane().keep(shop.id(), owner, desk.config().lease());
            takeTurn();
            BatchCounts counts = rehearsed != null ? rehearsed : desk.writer().write(batch);
            desk.imports().advance(job, progress, counts);
            return null;
        });
        pass.committed();
    }
}
