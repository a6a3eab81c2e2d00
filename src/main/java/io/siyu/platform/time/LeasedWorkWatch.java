package io.siyu.platform.time;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduler;
import io.siyu.platform.drain.Drain;
import org.jboss.logging.Logger;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * Looks for abandoned work every second on each replica, whatever the cluster's tick is at. And has Quartz look whether the
 * tick is to be had: a replica that has none sleeps for half a minute, and one that hands it over wakes nobody.
 */
@ApplicationScoped
class LeasedWorkWatch {
    private static final Logger LOG = Logger.getLogger(LeasedWorkWatch.class);
    private static final long NO_TICK_NANOS = TimeUnit.SECONDS.toNanos(2);

    private final DueWorkJob job;
    private final Scheduler scheduler;
    private final Drain drain;
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread watch = new Thread(work, "leased-work-watch");
        watch.setDaemon(true);
        return watch;
    });

    LeasedWorkWatch(DueWorkJob job, Scheduler scheduler, Drain drain) {
        this.job = job;
        this.scheduler = scheduler;
        this.drain = drain;
    }

    void start(@Observes StartupEvent event) {
        thread.scheduleWithFixedDelay(this::look, 1, 1, TimeUnit.SECONDS);
    }

    @PreDestroy
    void end() {
        thread.shutdownNow();
    }

    private void look() {
        try {
            job.runLeased();
            if (!drain.isOn() && scheduler.isStarted() && System.nanoTime() - job.lastTick() > NO_TICK_NANOS) {
                // To one that runs already it says nothing more than that it should look.
                scheduler.resume();
                if (drain.isOn()) {
                    scheduler.pause();
                }
            }
        } catch (RuntimeException | Error e) {
            // Whatever it is, it would be the last look.
            LOG.warn("Abandoned work was not looked for this time", e);
        }
    }
}
