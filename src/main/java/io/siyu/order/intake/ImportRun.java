package io.siyu.order.intake;

import io.siyu.buyer.BuyerMatches;
import io.siyu.order.file.FileSurvey;
import io.siyu.order.file.IncomingOrder;
import io.siyu.order.file.OrderFile;
import io.siyu.order.file.OrderReader;
import io.siyu.order.file.Reject;
import io.siyu.platform.sql.Contention;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * One import from its checkpoint to the end of its file. Each batch is written in one transaction together with the
 * checkpoint behind it, so that a run that is killed is continued by another one with the same result.
 */
final class ImportRun {
    private static final BatchCounts NOTHING = new BatchCounts(0, 0, 0, 0, 0, 0);

    private final Desk desk;
    private final OrderImport job;
    private final OrderBatch.Terms terms;
    private final String owner;
    private final BooleanSupplier isStopping;
    private final BuyerMatches rehearsedBuyers;
    private final Set<Long> rehearsedTouches = new HashSet<>();
    private List<IncomingOrder> orders = new ArrayList<>();
    private List<Reject> rejects = new ArrayList<>();
    private int lines;
    private int superseded;
    private long lastRow;

    /** What a run works with. */
    record Desk(OrderWriter writer, OrderLane lane, OrderImportRepository imports, IntakeConfig config) {}

    /** @param rehearsedBuyers what a dry run remembers the buyers in that it does not make */
    ImportRun(
            Desk desk,
            OrderImport job,
            OrderBatch.Terms terms,
            String owner,
            BuyerMatches rehearsedBuyers,
            BooleanSupplier isStopping) {
        this.desk = desk;
        this.job = job;
        this.terms = terms;
        this.owner = owner;
        this.rehearsedBuyers = rehearsedBuyers;
        this.isStopping = isStopping;
    }

    /**
     * @return false if it was asked to stop before the end
     * @throws LaneLostException if another worker has taken over
     */
    boolean readAll(OrderFile file) throws IOException {
        FileSurvey survey = FileSurvey.of(file, terms.zone());
        Contention.inTransaction(() -> {
            desk.imports().survey(job, survey.rows());
            return null;
        });
        long checkpoint = job.dryRun() ? 0 : job.checkpointRow();
        try (OrderReader reader = new OrderReader(file, terms.zone(), survey)) {
            OrderReader.Item item;
            while ((item = reader.next()) != null) {
                if (item.row() > checkpoint) {
                    add(item, survey);
                    if (isFull()) {
                        write(reader.rowsRead());
                        if (isStopping.getAsBoolean()) {
                            return false;
                        }
                    }
                }
            }
            write(reader.rowsRead());
        }
        return true;
    }

    private void add(OrderReader.Item item, FileSurvey survey) {
        lastRow = item.row();
        if (item.reject() != null) {
            rejects.add(item.reject());
        } else if (survey.isSuperseded(item)) {
            superseded++;
        } else {
            orders.add(item.order().asOf(job.sourceAt()));
            lines += item.order().lines().size();
        }
    }

    private boolean isFull() {
        int size = desk.config().batchSize();
        return orders.size() >= size || rejects.size() >= size || superseded >= size || lines >= 2 * size;
    }

    private void write(long rowsRead) {
        if (lastRow == 0) {
            return;
        }
        OrderBatch batch = new OrderBatch(terms, job.format(), job.id(), job.id(), orders);
        BatchCounts rehearsed = job.dryRun() ? desk.writer().rehearse(batch, rehearsedBuyers, rehearsedTouches) : null;
        ImportProgress progress = new ImportProgress(rowsRead, lastRow, superseded, rejects);
        Contention.inTransaction(() -> {
            desk.lane().keep(terms.shopId(), owner, desk.config().lease());
            BatchCounts counts = rehearsed != null
                    ? rehearsed
                    : orders.isEmpty() ? NOTHING : desk.writer().write(batch);
            desk.imports().advance(job, progress, counts);
            return null;
        });
        orders = new ArrayList<>();
        rejects = new ArrayList<>();
        lines = 0;
        superseded = 0;
        lastRow = 0;
    }
}
