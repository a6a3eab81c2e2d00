package io.siyu.bench;

import io.siyu.support.Client;
import io.siyu.support.Waiting;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Phones that look at their task list again and again while something else goes on, and how long each look takes. */
final class Responses implements AutoCloseable {
    private static final int PHONES = 2;
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final List<Thread> threads = new ArrayList<>();
    private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean isOver;
    private volatile String failure;

    Responses(Client client, String path) {
        for (int phone = 0; phone < PHONES; phone++) {
            Thread thread = new Thread(() -> look(client, path), "phone-" + phone);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
    }

    /** Looks for a while with nothing else going on. */
    static Responses during(Client client, String path, Duration time) {
        Responses responses = new Responses(client, path);
        Waiting.pause(time);
        responses.close();
        return responses;
    }

    double percentile(int percent) {
        if (failure != null) {
            throw new IllegalStateException(failure);
        }
        List<Long> sorted = new ArrayList<>(nanos);
        Collections.sort(sorted);
        return sorted.get((sorted.size() * percent + 99) / 100 - 1) / 1e6;
    }

    @Override
    public String toString() {
        return String.format(
                        Locale.ROOT, "p50 %.1f  p95 %.1f  p99 %.1f ms", percentile(50), percentile(95), percentile(99))
                + "  (" + nanos.size() + ")";
    }

    @Override
    public void close() {
        isOver = true;
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Client client, String path) {
        while (!isOver) {
            long start = System.nanoTime();
            HttpResponse<String> answer = client.answerTo("staff1", path);
            nanos.add(System.nanoTime() - start);
            if (answer.statusCode() != 200) {
                failure = path + " answers " + answer.statusCode() + ": " + answer.body();
                return;
            }
            Waiting.pause(PAUSE);
        }
    }
}
