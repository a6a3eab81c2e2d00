package io.siyu.platform.time;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.siyu.platform.drain.Drains;
import io.siyu.support.Waiting;
import org.junit.jupiter.api.Test;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

class LeasedWorkWatchTest {
    /** Such as too little memory, which is not what a look usually ends with. */
    @Test
    void looksAgainAfterAnError() {
        AtomicInteger looks = new AtomicInteger();
        DueWorkMeters meters = new DueWorkMeters(new SimpleMeterRegistry(), List.of());
        DueWorkJob failing = new DueWorkJob(Clock.systemUTC(), List.of(), meters, Drains.off(), null) {
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
