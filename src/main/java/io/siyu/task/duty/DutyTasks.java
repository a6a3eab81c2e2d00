package io.siyu.task.duty;

import io.siyu.shop.ShopRepository;
import io.siyu.staff.StaffRepository;
import io.siyu.staff.WorkingTimes;
import io.siyu.task.ExpiryReason;
import io.siyu.task.Task;
import io.siyu.task.TaskConfig;
import io.siyu.task.TaskContent;
import io.siyu.task.TaskEventType;
import io.siyu.task.TaskEvents;
import io.siyu.task.TaskOrigin;
import io.siyu.task.TaskRepository;
import io.siyu.task.TaskStatus;
import io.siyu.task.TaskTimes;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Keeps tasks in step with what they remind of: makes what is missing, ends what was done there, and lets lapse what is
 * settled without it. Doing it again changes nothing.
 */
@ApplicationScoped
public class DutyTasks {
    static final String MOOT = "已无需处理";
    private static final String CHANGED = "截止时间或标题已更新";

    private final TaskRepository tasks;
    private final TaskEvents events;
    private final StaffRepository staff;
    private final ShopRepository shops;
    private final WorkingTimes times;
    private final TaskConfig config;
    private final Clock clock;

    DutyTasks(
            TaskRepository tasks,
            TaskEvents events,
            StaffRepository staff,
            ShopRepository shops,
            WorkingTimes times,
            TaskConfig config,
            Clock clock) {
        this.tasks = tasks;
        this.events = events;
        this.staff = staff;
        this.shops = shops;
        this.times = times;
        this.config = config;
        this.clock = clock;
    }

    /**
     * In the transaction of whatever changed the subject, of which no two may run for one subject at a time.
     *
     * @param duties all that the subject asks for; what it asked for before and is not among them is moot
     * @param whyMoot what is told of that
     */
    public void align(long shopId, long subjectId, Collection<Duty> duties, String whyMoot) {
        Instant now = clock.instant();
        Map<Duty.Key, Task> left = new LinkedHashMap<>();
        tasks.lockOfSubject(shopId, subjectId).forEach(task -> left.put(Duty.Key.of(task), task));
        Set<Long> takers = takers(shopId, duties, left);
        List<TaskEvents.Entry> history = new ArrayList<>();
        for (Duty duty : duties) {
            Task task = left.remove(duty.key());
            if (task == null) {
                make(shopId, subjectId, duty, takers, now, history);
            } else if (duty.isDone()) {
                settle(task, duty, now, history);
            } else {
                follow(task, duty, takers, now, history);
            }
        }
        left.values().stream()
                .filter(task -> !task.status().isClosed())
                .forEach(task -> lapse(task, whyMoot, now, history));
        tasks.flush();
        events.add(history);
    }

    /** Those who can be given what is not theirs yet, none of whom is put out before the transaction ends. */
    private Set<Long> takers(long shopId, Collection<Duty> duties, Map<Duty.Key, Task> there) {
        return staff.lockWorking(
                shopId,
                duties.stream()
                        .filter(duty -> !duty.isDone() && duty.staffId() != null)
                        .filter(duty -> there.get(duty.key()) == null || !duty.isOf(there.get(duty.key())))
                        .map(Duty::staffId)
                        .collect(Collectors.toSet()));
    }

    private void make(
            long shopId, long subjectId, Duty duty, Set<Long> takers, Instant now, List<TaskEvents.Entry> history) {
        boolean isWanted = !duty.isDone() && !duty.isOverAt(now);
        if (!isWanted || duty.staffId() != null && !takers.contains(duty.staffId())) {
            return;
        }
        Task task = Task.planned(
                        shopId,
                        TaskOrigin.about(duty.kind(), subjectId, duty.occurrence()),
                        TaskContent.titled(duty.title()),
                        duty.staffId(),
                        now,
                        capped(dueAt(shopId, duty, now), duty))
                .validUntil(duty.validUntil());
        task.open();
        tasks.persist(task);
        history.add(TaskEvents.Entry.byClock(task, TaskEventType.OPENED, null, now, null));
    }

    /** Who skipped it, or somebody else, has done it all the same; what was missed in its time stays so. */
    private static void settle(Task task, Duty duty, Instant now, List<TaskEvents.Entry> history) {
        TaskStatus from = task.status();
        if (from == TaskStatus.SKIPPED) {
            task.reopen(now);
        }
        if (task.status().isClosed()) {
            return;
        }
        task.settle(duty.doneBy(), now);
        history.add(new TaskEvents.Entry(
                task.shopId(),
                task.id(),
                TaskEventType.DONE,
                from,
                task.status(),
                now,
                duty.doneBy(),
                task.assigneeStaffId().orElse(null),
                null,
                null));
    }

    private void follow(Task task, Duty duty, Set<Long> takers, Instant now, List<TaskEvents.Entry> history) {
        boolean isSomebodyElses = !duty.isOf(task) && takers.contains(duty.staffId());
        boolean isAnew = takeUp(task, duty, isSomebodyElses, now, history);
        if (task.status().isClosed()) {
            return;
        }
        TaskStatus before = task.status();
        if (isSomebodyElses) {
            Long had = task.assigneeStaffId().orElse(null);
            task.handOver(duty.staffId());
            history.add(TaskEvents.Entry.byClock(task, TaskEventType.HANDED_OVER, before, now, null)
                    .after(had));
        }
        // What nobody sets was counted by the calendar of the time, and stays so.
        boolean isKept = duty.dueAt() == null && !isAnew;
        Instant opensAt = isAnew ? now : task.opensAt();
        Instant dueAt = isKept ? task.dueAt() : dueAt(task.shopId(), duty, opensAt);
        TaskTimes wanted = new TaskTimes(opensAt, capped(dueAt, duty), duty.validUntil());
        if (task.replan(TaskContent.titled(duty.title()), null, wanted, CHANGED, now) && !isAnew) {
            history.add(TaskEvents.Entry.byClock(task, TaskEventType.CHANGED, task.status(), now, null));
        }
    }

    /**
     * What was skipped stays so, for who did it has said why, until it is somebody else's.
     *
     * @return whether it is asked for again, and due from now on
     */
    private static boolean takeUp(
            Task task, Duty duty, boolean isSomebodyElses, Instant now, List<TaskEvents.Entry> history) {
        TaskStatus from = task.status();
        TaskEventType type = TaskEventType.UNDONE;
        if (from == TaskStatus.EXPIRED && !duty.isOverAt(now)) {
            task.revive(now);
            task.open(now);
            type = TaskEventType.OPENED;
        } else if (from == TaskStatus.DONE || from == TaskStatus.SKIPPED && isSomebodyElses) {
            task.reopen(now);
        } else {
            return false;
        }
        history.add(TaskEvents.Entry.byClock(task, type, from, now, null));
        return from != TaskStatus.DONE;
    }

    private static void lapse(Task task, String why, Instant now, List<TaskEvents.Entry> history) {
        TaskStatus from = task.status();
        task.expire(ExpiryReason.MOOT, why, now);
        history.add(TaskEvents.Entry.byClock(task, TaskEventType.EXPIRED, from, now, why));
    }

    /** Where the subject sets none, so much of the person's working time is left for it (R14). */
    private Instant dueAt(long shopId, Duty duty, Instant opensAt) {
        return duty.dueAt() != null
                ? duty.dueAt()
                : times.of(shops.findById(shopId), duty.staffId())
                        .after(opensAt, config.dueAfter().of(duty.kind()));
    }

    private static Instant capped(Instant due, Duty duty) {
        return due.isAfter(duty.validUntil()) ? duty.validUntil() : due;
    }
}
