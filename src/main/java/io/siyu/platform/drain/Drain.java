package io.siyu.platform.drain;

import io.quarkus.runtime.ShutdownDelayInitiatedEvent;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.subscription.MultiEmitter;
import org.jboss.logging.Logger;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * The way out of a process that was told to end, in three steps: readiness goes down, and timed work, leases and event
 * streams are let go of; requests are served for a while longer; then new ones are refused until the last one is answered.
 */
@ApplicationScoped
public class Drain {
    private static final Logger LOG = Logger.getLogger(Drain.class);
    private static final int BEFORE_ALL_ELSE = 1;
    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final DrainConfig config;
    private final Event<DrainBegun> begun;
    private final Set<Runnable> streams = ConcurrentHashMap.newKeySet();
    private final List<BooleanSupplier> workers = new CopyOnWriteArrayList<>();
    private volatile boolean isOn;
    private volatile long refusesFrom;

    Drain(DrainConfig config, Event<DrainBegun> begun) {
        this.config = config;
        this.begun = begun;
    }

    /** Whether the process was told to end: nothing new is begun, and what goes on stops at its next step. */
    public boolean isOn() {
        return isOn;
    }

    /** Whether the time for which requests are still served is over. */
    boolean refuses() {
        return isOn && System.nanoTime() - refusesFrom >= 0;
    }

    /**
     * The stream until it is over or the process is told to end, which ends it as if it were over: its client comes back,
     * and to another replica.
     */
    public <T> Multi<T> until(Multi<T> stream) {
        Multi<Optional<T>> items = stream.map(Optional::of).onCompletion().continueWith(List.of(Optional.empty()));
        Multi<Optional<T>> end = Multi.createFrom().emitter(this::listen);
        return Multi.createBy()
                .merging()
                .streams(items, end)
                .select()
                .first(Optional::isPresent)
                .map(Optional::get);
    }

    /** @param isAtWork for what the end of the process waits, for a while, so that it is not torn in the middle */
    public void awaits(BooleanSupplier isAtWork) {
        workers.add(isAtWork);
    }

    /** Before the delay that Quarkus leaves for it. */
    void begin(@Observes ShutdownDelayInitiatedEvent event) {
        begin();
    }

    /** While the database is still there. */
    void end(@Observes @Priority(BEFORE_ALL_ELSE) ShutdownEvent event) {
        begin();
        long until = System.nanoTime() + config.patience().toNanos();
        while (workers.stream().anyMatch(BooleanSupplier::getAsBoolean)) {
            if (System.nanoTime() - until > 0) {
                LOG.warn("Some work did not come to its next step in time; it will be gone on with elsewhere");
                return;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
        }
    }

    private synchronized void begin() {
        if (isOn) {
            return;
        }
        Duration delay = config.delay();
        refusesFrom = System.nanoTime() + delay.toNanos();
        isOn = true;
        LOG.infof("Told to end: work is handed over now, requests are served for %s more", delay);
        streams.forEach(Runnable::run);
        begun.fire(new DrainBegun());
    }

    private <T> void listen(MultiEmitter<? super Optional<T>> emitter) {
        Runnable end = () -> emitter.emit(Optional.empty()).complete();
        streams.add(end);
        emitter.onTermination(() -> streams.remove(end));
        if (isOn) {
            end.run();
        }
    }
}
