package io.siyu.it.kill;

import io.siyu.support.Waiting;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Requests of several clients, one after the other at a pace; each is repeated at either replica until it is answered. */
abstract class Flow implements Work {
    private static final Duration BETWEEN_TRIES = Duration.ofMillis(200);

    private final int clients;
    private final int items;
    private final int few;
    private final Duration pace;
    private final AtomicInteger next = new AtomicInteger();
    private final AtomicInteger done = new AtomicInteger();
    private final Queue<Long> begunWhenAnswered = new ConcurrentLinkedQueue<>();
    private final Queue<String> failures = new ConcurrentLinkedQueue<>();
    private List<Thread> threads = List.of();

    /** @param few of the items: then it is in the middle */
    Flow(int clients, int items, int few, Duration pace) {
        this.clients = clients;
        this.items = items;
        this.few = few;
        this.pace = pace;
    }

    /**
     * Does one thing.
     *
     * @param place of the replica to ask
     * @return whether it is known to be done
     */
    abstract boolean attempt(int client, int item, int place);

    int items() {
        return items;
    }

    @Override
    public void begin(int place) {
        threads = IntStream.range(0, clients)
                .mapToObj(client -> {
                    Thread thread = new Thread(() -> run(client), name() + " " + client);
                    thread.setDaemon(true);
                    thread.start();
                    return thread;
                })
                .toList();
    }

    private void run(int client) {
        try {
            for (int item = next.getAndIncrement(); item < items; item = next.getAndIncrement()) {
                int place = item;
                long begun = System.nanoTime();
                while (!attempt(client, item, place)) {
                    Waiting.pause(BETWEEN_TRIES);
                    place++;
                    begun = System.nanoTime();
                }
                begunWhenAnswered.add(begun);
                done.incrementAndGet();
                Waiting.pause(pace);
            }
        } catch (RuntimeException | AssertionError e) {
            failures.add(String.valueOf(e));
        }
    }

    @Override
    public boolean isInTheMiddle() {
        return done.get() >= few && done.get() < items - clients;
    }

    @Override
    public boolean isAt(long pid) {
        return true;
    }

    @Override
    public void struck() {
        // Nothing is held.
    }

    @Override
    public boolean goesOn(long sinceNanos) {
        return begunWhenAnswered.stream().anyMatch(begun -> begun >= sinceNanos) || isOver();
    }

    @Override
    public boolean isOver() {
        return threads.stream().noneMatch(Thread::isAlive);
    }

    /** What stopped a client. */
    List<String> failures() {
        return List.copyOf(failures);
    }
}
