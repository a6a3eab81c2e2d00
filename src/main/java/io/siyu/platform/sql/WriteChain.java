package io.siyu.platform.sql;

import java.io.Closeable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/**
 * Writes batches in two transactions at a time, which begin and commit in the sequence of the batches. When one fails,
 * none behind it commits.
 */
public final class WriteChain implements Closeable {
    private static final int AT_A_TIME = 2;

    private final ExecutorService threads = Executors.newFixedThreadPool(AT_A_TIME, work -> {
        Thread thread = new Thread(work, "write-chain");
        thread.setDaemon(true);
        return thread;
    });
    private Link last = Link.done();
    private Link lastButOne = Link.done();

    /** A batch on its way, and what it has to wait for. */
    public static final class Link {
        private final CompletableFuture<Void> earlierHasBegun;
        private final CompletableFuture<Void> earlierIsCommitted;
        private final CompletableFuture<Void> hasBegun = new CompletableFuture<>();
        private final CompletableFuture<Void> isCommitted = new CompletableFuture<>();

        private Link(CompletableFuture<Void> earlierHasBegun, CompletableFuture<Void> earlierIsCommitted) {
            this.earlierHasBegun = earlierHasBegun;
            this.earlierIsCommitted = earlierIsCommitted;
        }

        private static Link done() {
            Link link = new Link(null, null);
            link.hasBegun.complete(null);
            link.isCommitted.complete(null);
            return link;
        }

        /** Returns when the batch before has told that it has {@link #begun}, or is committed. */
        public void awaitEarlierBegun() {
            earlierHasBegun.join();
        }

        /**
         * The transaction has the locks that the next one may wait for, and no row that it writes from now on can be locked
         * by the next one. Without that the next one begins when this one has committed.
         */
        public void begun() {
            hasBegun.complete(null);
        }

        /** @throws CompletionException if the batch before has failed */
        public void awaitEarlier() {
            earlierIsCommitted.join();
        }

        private void run(Consumer<Link> write) {
            try {
                write.accept(this);
                hasBegun.complete(null);
                isCommitted.complete(null);
            } catch (RuntimeException | Error e) {
                hasBegun.completeExceptionally(e);
                isCommitted.completeExceptionally(e);
            }
        }
    }

    /**
     * Waits until there is room for one more, so that what is to be written need not be at hand before.
     *
     * @throws RuntimeException why an earlier batch has failed
     */
    public void awaitRoom() {
        await(lastButOne);
    }

    /**
     * Waits until there is room for one more.
     *
     * @param write begins and commits a transaction
     * @throws RuntimeException why an earlier batch has failed
     */
    public void add(Consumer<Link> write) {
        awaitRoom();
        Link link = new Link(last.hasBegun, last.isCommitted);
        lastButOne = last;
        last = link;
        threads.execute(() -> link.run(write));
    }

    /**
     * Waits until all are committed.
     *
     * @throws RuntimeException why one has failed
     */
    public void finish() {
        await(last);
    }

    private static void await(Link link) {
        try {
            link.isCommitted.join();
        } catch (CompletionException e) {
            Throwable cause = e;
            while (cause instanceof CompletionException && cause.getCause() != null) {
                cause = cause.getCause();
            }
            if (cause instanceof Error error) {
                throw error;
            }
            throw cause instanceof RuntimeException failure ? failure : e;
        }
    }

    /** Whatever is on its way has ended, one way or the other, when it returns. */
    @Override
    public void close() {
        last.isCommitted.handle((nothing, failure) -> null).join();
        lastButOne.isCommitted.handle((nothing, failure) -> null).join();
        threads.shutdown();
    }
}
