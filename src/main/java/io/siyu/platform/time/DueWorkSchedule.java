package io.siyu.platform.time;

import io.quarkus.runtime.StartupEvent;
import io.siyu.platform.sql.Contention;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.SimpleScheduleBuilder;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.util.Set;

/**
 * Has the tick stored, by whichever replica starts first; the others find it there and write nothing. A {@code @Scheduled}
 * method would be written anew at each start, beside a replica that ticks: on Galera the start is then lost to a deadlock.
 */
@ApplicationScoped
class DueWorkSchedule {
    private static final JobKey TICK = JobKey.jobKey("due-work", "siyu");

    private final Scheduler quartz;

    DueWorkSchedule(Scheduler quartz) {
        this.quartz = quartz;
    }

    void store(@Observes StartupEvent event) {
        Contention.inTransaction(() -> {
            try {
                if (!isStored()) {
                    quartz.scheduleJob(job(), Set.of(everySecond()), true);
                }
                return null;
            } catch (SchedulerException e) {
                throw new IllegalStateException("The tick cannot be stored", e);
            }
        });
    }

    private boolean isStored() throws SchedulerException {
        return quartz.checkExists(everySecond().getKey())
                && quartz.getTriggerState(everySecond().getKey()) != Trigger.TriggerState.ERROR;
    }

    private static JobDetail job() {
        return JobBuilder.newJob(DueWorkJob.class)
                .withIdentity(TICK)
                .requestRecovery()
                .build();
    }

    private static Trigger everySecond() {
        return TriggerBuilder.newTrigger()
                .withIdentity(TICK.getName(), TICK.getGroup())
                .forJob(TICK)
                .withSchedule(SimpleScheduleBuilder.repeatSecondlyForever())
                .build();
    }
}
