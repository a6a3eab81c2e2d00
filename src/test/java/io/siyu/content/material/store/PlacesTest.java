package io.siyu.content.material.store;

import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.ProblemException;
import io.siyu.support.Waiting;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PlacesTest {
    private static final Duration SOON = Duration.ofMillis(50);
    private static final Duration LONG = Duration.ofMinutes(1);

    @Test
    void whoWaitsTooLongIsToldToComeBack() {
        Places places = new Places(2, 1, SOON, "Full.");
        places.take();
        places.take();

        assertFull(places);
        places.giveBack();
        places.take();
        assertFull(places);
    }

    @Test
    void whoFindsTooManyWaitingIsToldAtOnce() throws Exception {
        Places places = new Places(1, 1, LONG, "Full.");
        places.take();
        Thread[] waiter = new Thread[1];
        CompletableFuture<Void> waiting = CompletableFuture.runAsync(() -> {
            waiter[0] = Thread.currentThread();
            places.take();
        });
        Waiting.until(
                "somebody waits", LONG, () -> waiter[0] != null && waiter[0].getState() == Thread.State.TIMED_WAITING);

        assertFull(places);

        places.giveBack();
        waiting.get(LONG.toSeconds(), TimeUnit.SECONDS);
    }

    private static void assertFull(Places places) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(places::take)
                .satisfies(problem -> assertThat(problem.code()).isEqualTo(ErrorCode.UNAVAILABLE));
    }
}
