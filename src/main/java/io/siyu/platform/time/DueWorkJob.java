package io.siyu.platform.time;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import io.siyu.platform.sql.DatabaseFault;
import org.jboss.logging.Logger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;

/** Wakes all due work, every second on one replica of the cluster. */
@ApplicationScoped
public class DueWorkJob {
    private static final Logger LOG = Logger.getLogger(DueWorkJob.class);

    /** So that one kind of work with much to do does not keep the others waiting. */
    private static final int BATCHES_A_TICK = 50;

    private final Clock clock;
    private final List<DueWork> works;
    private final DueWorkMeters meters;
    private volatile boolean stopping;
    private volatile boolean isWaiting;

    public DueWorkJob(Clock clock, @All List<DueWork> works, DueWorkMeters meters) {
        this.clock = clock;
        this.meters = meters;
        this.works =
                works.stream().sorted(Comparator.comparingInt(DueWork::order)).toList();
    }

    @Scheduled(
            identity = "due-work",
            every = "1s",
            delayed = "1s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void tick() {
        runAll();
    }

    /** Work that begins while the database is being closed could only fail; it is due again after the restart. */
    void stop(@Observes ShutdownEvent event) {
        stopping = true;
    }

    /** Does all that is due now. One kind of work that fails is logged and tried again at the next tick. */
    public void runAll() {
        meters.ticked();
        for (DueWork work : works) {
            try {
                meters.run(work, () -> runSome(work));
                isWaiting = false;
            } catch (RuntimeException e) {
                if (stopping) {
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
        while (!stopping && work.runDue(clock.instant()) > 0 && ++batches < BATCHES_A_TICK) {
            LOG.tracef("%s did a batch", work);
        }
    }

    /** Once, and not by the second and kind of work: the next tick tries again. */
    private void noteWaiting(DueWork work, RuntimeException e) {
        if (!isWaiting) {
            isWaiting = true;
            LOG.warnf(
                    "Due work waits for the database: %s: %s", work.getClass().getSimpleName(), DatabaseFault.words(e));
        }
    }
}
