package io.siyu.platform.time;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.siyu.platform.drain.Drains;
import io.siyu.support.Waiting;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

/** An error, such as too little memory, is not what work usually fails with; it may no more end what wakes the work. */
class DueWorkErrorsTest {
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger others = new AtomicInteger();

    private final DueWork broken = new DueWork() {
        @Override
        public int runDue(Instant now) {
            begun.incrementAndGet();
            throw new StackOverflowError("on purpose");
        }

        @Override
        public int order() {
            return 1;
        }
    };

    private final DueWork sound = new DueWork() {
        @Override
        public int runDue(Instant now) {
            others.incrementAndGet();
            return 0;
        }

        @Override
        public int order() {
            return 2;
        }
    };

    private DueWorkJob job() {
        return new DueWorkJob(
                Clock.systemUTC(), List.of(sound, broken), new DueWorkMeters(metrics, List.of()), Drains.off(), null);
    }

    @Test
    void anErrorOfOneKindOfWorkLeavesTheOthersToBeDone() {
        job().runAll();
        assertThat(begun).hasValue(1);
        assertThat(others).hasValue(1);
        assertThat(metrics.get("siyu.due.work.failures").counter().count()).isEqualTo(1);
    }

    @Test
    void theWatchLooksAgainAfterAnError() {
        AtomicInteger looks = new AtomicInteger();
        DueWorkJob failing =
                new DueWorkJob(
                        Clock.systemUTC(), List.of(), new DueWorkMeters(metrics, List.of()), Drains.off(), null) {
                    @Override
                    void runLeased() {
                        looks.incrementAndGet();
                        throw new StackOverflowError("on purpose");
                    }
                };
        LeasedWorkWatch watch = new LeasedWorkWatch(failing, null, Drains.off());
        watch.start(null);
        try {
            Waiting.until("it has looked twice", Duration.ofSeconds(60), () -> looks.get() >= 2);
        } finally {
            watch.end();
        }
    }
}
