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

class LeasedWorkWatchTest {
    /** Such as too little memory, which is not what a look usually ends with. */
    @Test
    void looksAgainAfterAnError() {
        AtomicInteger looks = new AtomicInteger();
        DueWork failing = new DueWork() {
            @Override
            public int runDue(Instant now) {
                return 0;
            }

            @Override
            public int order() {
                return 0;
            }

            @Override
            public boolean isLeased() {
                looks.incrementAndGet();
                throw new StackOverflowError("on purpose");
            }
        };
        DueWorkMeters meters = new DueWorkMeters(new SimpleMeterRegistry(), List.of());
        DueWorkJob job = new DueWorkJob(Clock.systemUTC(), List.of(failing), meters, Drains.off(), null);
        LeasedWorkWatch watch = new LeasedWorkWatch(job, null, Drains.off());
        watch.start(null);
        try {
            Waiting.until("it has looked twice", Duration.ofSeconds(60), () -> looks.get() >= 2);
        } finally {
            watch.end();
        }
    }
}
