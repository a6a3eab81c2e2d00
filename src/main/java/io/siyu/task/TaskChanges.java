package io.siyu.task;

import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.Contention;
import io.siyu.staff.Staff;
import io.siyu.staff.StaffRepository;
import io.siyu.task.TaskScope.Seen;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Takes one task through one step: in a transaction of its own, told to the history, and looked at anew when somebody
 * else was faster. The version of the row decides who was.
 */
@ApplicationScoped
public class TaskChanges {
    private final TaskRepository tasks;
    private final StaffRepository staff;
    private final TaskEvents events;
    private final Clock clock;

    public TaskChanges(TaskRepository tasks, StaffRepository staff, TaskEvents events, Clock clock) {
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
        Optional<Step> apply(Task task, Instant now);
    }

    /** @throws io.siyu.platform.problem.ProblemException 409 that names the holder, if somebody else holds the task */
    public void change(Seen seen, Verb verb) {
        try {
            Contention.inTransaction(() -> {
                step(seen, verb);
                return null;
            });
        } catch (TaskTakenException e) {
            String holder = staff.findIn(seen.shopId(), e.holderStaffId())
                    .map(Staff::displayName)
                    .orElse("Someone else");
            throw ErrorCode.TASK_TAKEN.problem(holder + " holds this task.");
        }
    }

    private void step(Seen seen, Verb verb) {
        // Who claims several in one transaction must not lose all of them by a race for one.
        Task task = tasks.lockIn(seen.shopId(), seen.taskId())
                .orElseThrow(() -> ErrorCode.NOT_FOUND.problem("There is no such task."));
        TaskStatus from = task.status();
        Long assignee = task.assigneeStaffId().orElse(null);
        Instant now = clock.instant();
        Optional<Step> step = verb.apply(task, now);
        if (step.isEmpty()) {
            return;
        }
        // Whoever loses the race for the row learns it here, before anything else is written.
        tasks.flush();
        events.add(List.of(new TaskEvents.Entry(
                seen.shopId(),
                task.id(),
                step.get().type(),
                from,
                task.status(),
                now,
                seen.member().staffId(),
                task.assigneeStaffId().orElse(null),
                assignee,
                step.get().detail())));
    }
}
