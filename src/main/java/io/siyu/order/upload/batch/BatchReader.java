package io.siyu.order.upload.batch;

import io.siyu.order.file.FileSurvey;
import io.siyu.order.file.OrderReader;
import io.siyu.order.file.row.Reject;
import io.siyu.order.incoming.HashedOrder;
import io.siyu.order.incoming.IncomingOrder;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Reads a file a batch at a time, always one batch ahead of who plans them, and plans one ahead of who writes them. */
public final class BatchReader implements Closeable {
    private static final int LINES_AN_ORDER = 2;
    private static final int PATIENCE_SECONDS = 60;

    private final OrderReader reader;
    private final FileSurvey survey;
    private final Function<IncomingOrder, HashedOrder> hash;
    private final Function<ReadBatch, PlanAhead.Planned> plan;
    private final Limits limits;
    private final ExecutorService reading = thread("order-reader");
    private final ExecutorService planning = thread("order-planner");
    private Future<ReadBatch> nextRead;
    private Future<PlanAhead.Planned> next;
    private int number;

    /**
     * Which part of the file is wanted, and in which portions.
     *
     * @param checkpoint the number of the row behind which to begin
     */
    public record Limits(long checkpoint, int batchSize) {}

    public BatchReader(
            OrderReader reader,
            FileSurvey survey,
            Function<IncomingOrder, HashedOrder> hash,
            Function<ReadBatch, PlanAhead.Planned> plan,
            Limits limits) {
        this.reader = reader;
        this.survey = survey;
        this.hash = hash;
        this.plan = plan;
        this.limits = limits;
        this.nextRead = reading.submit(this::read);
        this.next = planning.submit(this::plan);
    }

    private static ExecutorService thread(String name) {
        return Executors.newSingleThreadExecutor(work -> {
            Thread thread = new Thread(work, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Null at the end of the file. */
    public PlanAhead.Planned next() throws IOException {
        PlanAhead.Planned batch = await(next);
        if (batch != null) {
            next = planning.submit(this::plan);
        }
        return batch;
    }

    private PlanAhead.Planned plan() throws IOException {
        ReadBatch batch = await(nextRead);
        if (batch == null) {
            return null;
        }
        nextRead = reading.submit(this::read);
        return plan.apply(batch);
    }

    private static <T> T await(Future<T> future) throws IOException {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("Reading was interrupted");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException failure) {
                throw failure;
            }
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    /** Waits for the batch that is being read, so that nobody reads from a closed file. */
    @Override
    public void close() throws IOException {
        planning.shutdown();
        try {
            // Planning is what begins to read.
            boolean isOver = planning.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS);
            reading.shutdown();
            if (!isOver || !reading.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("A batch takes too long to read");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            reader.close();
        }
    }

    private ReadBatch read() throws IOException {
        List<HashedOrder> orders = new ArrayList<>(limits.batchSize());
        List<Reject> rejects = new ArrayList<>();
        List<Reject> warnings = new ArrayList<>();
        int superseded = 0;
        int lines = 0;
        long lastRow = 0;
        int size = limits.batchSize();
        OrderReader.Item item;
        while (orders.size() < size
                && rejects.size() < size
                && superseded < size
                && lines < LINES_AN_ORDER * size
                && (item = reader.next()) != null) {
            if (item.row() <= limits.checkpoint()) {
                continue;
            }
            lastRow = item.row();
            if (item.reject() != null) {
                rejects.add(item.reject());
            } else if (survey.isSuperseded(item)) {
                superseded++;
            } else {
                orders.add(hash.apply(item.order()));
                item.warning().ifPresent(warnings::add);
                lines += item.order().lines().size();
            }
        }
        return lastRow == 0
                ? null
                : new ReadBatch(++number, orders, rejects, warnings, superseded, lastRow, reader.rowsRead());
    }
}
