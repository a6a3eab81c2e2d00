package io.siyu.platform.health;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.health.HealthCheckResponse;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Tries something that may hang, on a thread of its own and for two seconds: whether the service is ready must be told also
 * when all workers wait for something.
 */
final class Trial {
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String name;
    private final Attempt attempt;
    private final ExecutorService thread;
    private CompletableFuture<String> running;

    /** Does what requests need. */
    @FunctionalInterface
    interface Attempt {
        /** @return what is missing, or null */
        String run() throws Exception;
    }

    /** @param name of what is tried, as the answer has it */
    Trial(String name, Attempt attempt) {
        this.name = name;
        this.attempt = attempt;
        this.thread = Executors.newSingleThreadExecutor(work -> {
            Thread made = new Thread(work, "readiness-" + name);
            made.setDaemon(true);
            return made;
        });
    }

    Uni<HealthCheckResponse> run() {
        return Uni.createFrom()
                .completionStage(this::begin)
                .onItem()
                .transform(this::answer)
                .ifNoItem()
                .after(PATIENCE)
                .recoverWithItem(() -> answer("It did not answer within " + PATIENCE.toSeconds() + " s."));
    }

    /** One at a time: whoever asks while one hangs waits for the same one. */
    private synchronized CompletableFuture<String> begin() {
        if (running == null || running.isDone()) {
            running = CompletableFuture.supplyAsync(this::attempt, thread);
        }
        return running.copy();
    }

    private String attempt() {
        try {
            return attempt.run();
        } catch (Exception e) {
            return "It cannot be used just now; see the log.";
        }
    }

    private HealthCheckResponse answer(String missing) {
        return missing == null
                ? HealthCheckResponse.up(name)
                : HealthCheckResponse.named(name)
                        .down()
                        .withData("missing", missing)
                        .build();
    }
}
