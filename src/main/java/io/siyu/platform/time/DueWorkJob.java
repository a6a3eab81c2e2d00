package io.siyu.platform.time;

import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduler;
import io.siyu.platform.drain.Drain;
import io.siyu.platform.drain.DrainBegun;
import io.siyu.platform.sql.DatabaseFault;
import org.jboss.logging.Logger;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Wakes due work, every second: what has leases on each replica, all else on one replica of the cluster. */
@ApplicationScoped
public class DueWorkJob implements Job {
    private static final Logger LOG = Logger.getLogger(DueWorkJob.class);

    /** So that one kind of work with much to do does not keep the others waiting. */
    private static final int BATCHES_A_TICK = 50;

    private final Clock clock;
    private final List<DueWork> works;
    private final DueWorkMeters meters;
    private final Drain drain;
    private final Scheduler scheduler;
    private final AtomicInteger running = new AtomicInteger();
    private final AtomicBoolean isTicking = new AtomicBoolean();
    private volatile boolean isWaiting;
    private volatile long lastTick = System.nanoTime();

    public DueWorkJob(Clock clock, @All List<DueWork> works, DueWorkMeters meters, Drain drain, Scheduler scheduler) {
        this.clock = clock;
        this.meters = meters;
        this.works =
                works.stream().sorted(Comparator.comparingInt(DueWork::order)).toList();
        this.drain = drain;
        this.scheduler = scheduler;
        drain.awaits(() -> running.get() > 0);
    }

    /** A tick that comes while the last one is still at work here is left out. */
    @Override
    @ActivateRequestContext
    public void execute(JobExecutionContext context) {
        if (isTicking.compareAndSet(false, true)) {
            try {
                tick();
            } finally {
                isTicking.set(false);
            }
        }
    }

    private void tick() {
        lastTick = System.nanoTime();
        meters.ticked();
        run(work -> !work.isLeased());
        lastTick = System.nanoTime();
    }

    /** The nanosecond at which this replica last had the tick. */
    long lastTick() {
        return lastTick;
    }

    /** Work that begins while the database is being closed could only fail; another replica has the next tick. */
    void stop(@Observes DrainBegun event) {
        if (scheduler.isStarted()) {
            scheduler.pause();
        }
    }

    /** Does all that is due now. One kind of work that fails is logged and tried again at the next tick. */
    public void runAll() {
        run(work -> true);
    }

    void runLeased() {
        run(DueWork::isLeased);
    }

    private void run(Predicate<DueWork> which) {
        running.incrementAndGet();
        try {
            runEach(works.stream().filter(which).toList());
        } finally {
            running.decrementAndGet();
        }
    }

    private void runEach(List<DueWork> some) {
        for (DueWork work : some) {
            try {
                meters.run(work, () -> runSome(work));
                isWaiting = false;
            } catch (RuntimeException | Error e) {
                // One that breaks off each time must not keep the others from their turn.
                if (drain.isOn()) {
                    return;
                }
                if (DatabaseFault.isIn(e)) {
                    noteWaiting(work, e);
                    return;
                }
                LOG.errorf(e, "Due work failed and will be tried again: %s", work.getClass());
            }
        }
    }

    private void runSome(DueWork work) {
        int batches = 0;
        while (!drain.isOn() && work.runDue(clock.instant()) > 0 && ++batches < BATCHES_A_TICK) {
            LOG.tracef("%s did a batch", work);
        }
    }

    /** Once, and not by the second and kind of work: the next tick tries again. */
    private void noteWaiting(DueWork work, Throwable e) {
        if (!isWaiting) {
            isWaiting = true;
            LOG.warnf(
                    "Due work waits for the database: %s: %s", work.getClass().getSimpleName(), DatabaseFault.words(e));
        }
    }
}
