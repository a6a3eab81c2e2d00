package io.siyu.platform.health;

import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;

/**
 * Tries something that may hang, on a thread of its own and for two seconds: whether the service is ready must be told also
 * when all workers wait for something.
 */
final class Trial {
    static final Duration PATIENCE = Duration.ofSeconds(2);

    private final String name;
    private final Attempt attempt;
    private final Supplier<Finding> late;
    private final ExecutorService thread;
    private CompletableFuture<Finding> running;

    /** Does what requests need. */
    @FunctionalInterface
    interface Attempt {
        Finding run() throws Exception;
    }

    /** What an attempt finds: that all is there, perhaps with a word about it, or what is missing. */
    record Finding(boolean isThere, String words) {
        static final Finding THERE = new Finding(true, null);
        static final Finding BUSY = new Finding(true, "busy");
        static final Finding FULL = new Finding(true, "full");

        static Finding missing(String what) {
            return new Finding(false, what);
        }
    }

    /** @param name of what is tried, as the answer has it */
    Trial(String name, Attempt attempt) {
        this(name, attempt, Trial::late);
    }

    /** @param late what it means that the attempt takes longer than two seconds */
    Trial(String name, Attempt attempt, Supplier<Finding> late) {
        this.name = name;
        this.attempt = attempt;
        this.late = late;
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
                .recoverWithItem(() -> answer(late.get()));
    }

    /** One at a time: whoever asks while one hangs waits for the same one. */
    private synchronized CompletableFuture<Finding> begin() {
        if (running == null || running.isDone()) {
            running = CompletableFuture.supplyAsync(this::attempt, thread);
        }
        return running.copy();
    }

    static Finding late() {
        return Finding.missing("It did not answer within " + PATIENCE.toSeconds() + " s.");
    }

    private Finding attempt() {
        try {
            return attempt.run();
        } catch (Exception e) {
            return Finding.missing("It cannot be used just now; see the log.");
        }
    }

    private HealthCheckResponse answer(Finding finding) {
        HealthCheckResponseBuilder answer = HealthCheckResponse.named(name).status(finding.isThere());
        if (finding.words() != null) {
            answer.withData(finding.isThere() ? "state" : "missing", finding.words());
        }
        return answer.build();
    }
}
