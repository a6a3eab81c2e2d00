package io.siyu.platform.time;

import io.siyu.platform.drain.Drain;
import io.siyu.platform.drain.DrainBegun;
import io.siyu.platform.sql.Contention;
import io.siyu.platform.sql.DatabaseFault;
import org.jboss.logging.Logger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Gives the signs of life of whoever works under a lease, however long a single step takes, and gives the lease back the
 * moment the process is told to end: the next one need not wait for the step that is under way, whose transaction asks for
 * the lease and finds it gone.
 */
@ApplicationScoped
public class LeaseKeeper {
    private static final Logger LOG = Logger.getLogger(LeaseKeeper.class);
    private static final int BEATS_A_LEASE = 3;

    private final Drain drain;
    private final Set<Kept> all = ConcurrentHashMap.newKeySet();

    LeaseKeeper(Drain drain) {
        this.drain = drain;
    }

    /**
     * How the lease is prolonged and given back; each runs in a transaction of its own.
     *
     * @param renew whether it still was the worker's
     */
    public record Lease(String of, Duration time, BooleanSupplier renew, Runnable release) {}

    /** Keeps the lease until it is closed, which leaves it to lapse. */
    public Kept keep(Lease lease) {
        Kept kept = new Kept(lease);
        all.add(kept);
        if (drain.isOn()) {
            kept.handOver();
        }
        return kept;
    }

    void handOver(@Observes DrainBegun event) {
        all.forEach(Kept::handOver);
    }

    /** A lease that is somebody's. */
    public final class Kept implements AutoCloseable {
        private final Lease lease;
        private final ScheduledExecutorService pulse;
        private volatile boolean isLost;

        private Kept(Lease lease) {
            this.lease = lease;
            pulse = Executors.newSingleThreadScheduledExecutor(work -> {
                Thread thread = new Thread(work, "lease-keeper");
                thread.setDaemon(true);
                return thread;
            });
            long beat = lease.time().toMillis() / BEATS_A_LEASE;
            pulse.scheduleWithFixedDelay(this::beat, beat, beat, TimeUnit.MILLISECONDS);
        }

        /** Whether no sign of life is given any more. The worker learns it from its next transaction: that asks for the lease. */
        boolean isLost() {
            return isLost;
        }

        @Override
        public void close() {
            all.remove(this);
            pulse.shutdown();
        }

        private void beat() {
            try {
                if (!isLost && !drain.isOn() && !Contention.inTransaction(lease.renew()::getAsBoolean)) {
                    isLost = true;
                    LOG.debugf("The lease of %s is lost; its worker will notice", lease.of());
                }
            } catch (RuntimeException | Error e) {
                // Whatever it is, it would be the last sign of life.
                LOG.warnf(
                        DatabaseFault.isIn(e) ? null : e,
                        "The lease of %s was not prolonged this time: %s",
                        lease.of(),
                        DatabaseFault.words(e));
            }
        }

        /** Behind a sign of life that is on its way, and on its thread: none may follow. */
        private void handOver() {
            try {
                pulse.execute(this::release);
            } catch (RejectedExecutionException e) {
                LOG.debugf("The work on %s has just ended", lease.of());
            }
        }

        private void release() {
            try {
                Contention.inTransaction(() -> {
                    lease.release().run();
                    return null;
                });
                isLost = true;
            } catch (RuntimeException | Error e) {
                LOG.warnf(e, "The lease of %s lapses by itself", lease.of());
            }
        }
    }
}
