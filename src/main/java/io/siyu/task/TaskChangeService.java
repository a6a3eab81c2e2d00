package io.siyu.task;

import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Contention;
import io.siyu.staff.StaffRepository;
import io.siyu.staff.caller.Found;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Takes one task through one step: found, judged and locked in a transaction of its own, told to the history, and
 * looked at anew when somebody else was faster. The version of the row decides who was.
 */
@ApplicationScoped
public class TaskChangeService {
    private final TaskScope scope;
    private final TaskRepository tasks;
    private final StaffRepository staff;
    private final TaskEvents events;
    private final Clock clock;

    TaskChangeService(TaskScope scope, TaskRepository tasks, StaffRepository staff, TaskEvents events, Clock clock) {
        this.scope = scope;
        this.tasks = tasks;
        this.staff = staff;
        this.events = events;
        this.clock = clock;
    }

    /** What a step is called in the history. */
    public record Step(TaskEventType type, String detail) {}

    /** Changes a task; empty if there was nothing to change. */
    @FunctionalInterface
    public interface Verb {
        Optional<Step> apply(Member by, Task task, Instant now);
    }

    /**
     * Changes the task that a request names.
     *
     * @return the caller in the task's shop
     * @throws io.siyu.platform.problem.ProblemException 409 that names the holder, if somebody else holds the task; 404
     *     for a task that the caller cannot see
     */
    public Member change(Id id, Verb verb) {
        return change(() -> scope.lock(id), verb);
    }

    /** As {@link #change(Id, Verb)}, also by who had the task once, for what was done then. */
    public Member changeReported(Id id, Verb verb) {
        return change(() -> scope.lockReported(id), verb);
    }

    /** Changes a task that was found in the member's queue. */
    public void change(Member member, long taskId, Verb verb) {
        change(() -> scope.lock(member, taskId), verb);
    }

    /** Changes a task of a shop, whoever's it is, that the member may see. */
    public void changeSeen(Member member, long taskId, Verb verb) {
        change(() -> scope.lockSeen(member, taskId), verb);
    }

    private Member change(Supplier<Found<Task>> lock, Verb verb) {
        try {
            return Contention.inTransaction(() -> {
                // Who claims several in one transaction must not lose all of them by a race for one.
                Found<Task> found = lock.get();
                step(found.member(), found.thing(), verb);
                return found.member();
            });
        } catch (TaskTakenException e) {
            throw e.problem(staff);
        }
    }

    private void step(Member by, Task task, Verb verb) {
        TaskStatus from = task.status();
        Long assignee = task.assigneeStaffId().orElse(null);
        Long holder = task.holderStaffId().orElse(null);
        Instant now = clock.instant();
        Optional<Step> step = verb.apply(by, task, now);
        if (step.isEmpty()) {
            return;
        }
        // Whoever loses the race for the row learns it here, before anything else is written.
        tasks.flush();
        events.add(List.of(new TaskEvents.Entry(
                task.shopId(),
                task.id(),
                step.get().type(),
                from,
                task.status(),
                now,
                by.staffId(),
                task.assigneeStaffId().orElse(null),
                holder == null || holder == by.staffId() ? assignee : holder,
                step.get().detail())));
    }
}
