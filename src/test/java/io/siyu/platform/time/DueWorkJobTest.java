package io.siyu.platform.time;

import io.quarkus.scheduler.Scheduler;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.platform.drain.Drain;
import io.siyu.support.Database;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
@QuarkusTestResource(Database.class)
class DueWorkJobTest {
    @Inject
    Clock clock;

    @Inject
    DueWorkMeters meters;

    @Inject
    Drain drain;

    @Inject
    Scheduler scheduler;

    @Test
    void workThatBreaksOffEachTimeKeepsNoOtherFromItsTurn() {
        AtomicInteger turns = new AtomicInteger();
        DueWork broken = work(1, () -> {
            throw new StackOverflowError("ours");
        });
        DueWork wrong = work(2, () -> {
            throw new IllegalStateException("ours");
        });
        DueWork good = work(3, turns::incrementAndGet);
        DueWorkJob job = new DueWorkJob(clock, List.of(good, wrong, broken), meters, drain, scheduler);
        job.runAll();
        job.runAll();
        assertThat(turns).hasValue(2);
    }

    private static DueWork work(int order, Runnable turn) {
        return new DueWork() {
            @Override
            public int runDue(Instant now) {
                turn.run();
                return 0;
            }

            @Override
            public int order() {
                return order;
            }
        };
    }
}
