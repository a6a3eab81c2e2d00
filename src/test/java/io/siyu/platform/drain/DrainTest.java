package io.siyu.platform.drain;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.test.AssertSubscriber;
import org.junit.jupiter.api.Test;

import jakarta.enterprise.event.Event;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import static org.assertj.core.api.Assertions.assertThat;

class DrainTest {
    private final AtomicInteger told = new AtomicInteger();

    @Test
    void isNotOnAtFirst() {
        Drain drain = drain(Duration.ZERO);
        assertThat(drain.isOn()).isFalse();
        assertThat(drain.refuses()).isFalse();
    }

    @Test
    void servesForTheDelayAndTellsOnce() {
        Drain drain = drain(Duration.ofHours(1));
        drain.begin(new ShutdownDelayInitiatedEvent());
        assertThat(drain.isOn()).isTrue();
        assertThat(drain.refuses()).isFalse();
        drain.end(new ShutdownEvent());
        assertThat(told).hasValue(1);
    }

    @Test
    void refusesBehindTheDelay() {
        Drain drain = drain(Duration.ZERO);
        drain.begin(new ShutdownDelayInitiatedEvent());
        assertThat(drain.refuses()).isTrue();
    }

    @Test
    void endsStreamsAsIfTheyWereOver() {
        Drain drain = drain(Duration.ZERO);
        AssertSubscriber<Integer> open = drain.until(Multi.createBy()
                        .merging()
                        .streams(Multi.createFrom().item(1), Multi.createFrom().nothing()))
                .subscribe()
                .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE));
        open.assertItems(1).assertNotTerminated();
        drain.begin(new ShutdownDelayInitiatedEvent());
        open.assertCompleted();
        drain.until(Multi.createFrom().nothing())
                .subscribe()
                .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE))
                .assertCompleted();
    }

    @Test
    void aStreamThatIsOverIsOver() {
        drain(Duration.ZERO)
                .until(Multi.createFrom().items(1, 2))
                .subscribe()
                .withSubscriber(AssertSubscriber.create(Long.MAX_VALUE))
                .assertItems(1, 2)
                .assertCompleted();
    }

    @Test
    void waitsForWorkersButNotForEver() {
        Drain drain = drain(Duration.ZERO);
        AtomicBoolean isAtWork = new AtomicBoolean(true);
        drain.awaits(() -> {
            isAtWork.set(false);
            return false;
        });
        drain.awaits(isAtWork::get);
        drain.end(new ShutdownEvent());
        assertThat(isAtWork).isFalse();
        drain.awaits(() -> true);
        drain.end(new ShutdownEvent());
    }

    @SuppressWarnings("unchecked")
    private Drain drain(Duration delay) {
        Event<DrainBegun> event = (Event<DrainBegun>) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Event.class}, (proxy, method, args) -> {
                    told.incrementAndGet();
                    return null;
                });
        DrainConfig config = new DrainConfig() {
            @Override
            public Duration delay() {
                return delay;
            }

            @Override
            public Duration patience() {
                return Duration.ofMillis(200);
            }
        };
        return new Drain(config, event);
    }
}
