package io.siyu.bench;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Many who work at the same time. */
final class Crowd {
    private Crowd() {}

    /**
     * All of them work until each is done.
     *
     * @param work of the one with that number, from 0
     * @return how many seconds it took
     */
    static double work(int people, IntConsumer work) {
        ExecutorService threads = Executors.newFixedThreadPool(people);
        try {
            long start = System.nanoTime();
            List<Future<?>> all = IntStream.range(0, people)
                    .<Future<?>>mapToObj(person -> threads.submit(() -> work.accept(person)))
                    .toList();
            for (Future<?> one : all) {
                one.get();
            }
            return (System.nanoTime() - start) / 1e9;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
