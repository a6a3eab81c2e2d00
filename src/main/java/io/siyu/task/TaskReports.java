package io.siyu.task;

import io.siyu.platform.problem.ErrorCode;
import io.siyu.staff.StaffRepository;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.List;

/**
 * Whose word counts of what was done with a task. What has happened is taken from whoever had the task when it happened,
 * and of a task that expired from whoever it concerns.
 */
@ApplicationScoped
public class TaskReports {
    private final TaskLeases leases;
    private final StaffRepository staff;

    TaskReports(TaskLeases leases, StaffRepository staff) {
        this.leases = leases;
        this.staff = staff;
    }

    /**
     * Of one of its recipients: always, whoever has the task by now.
     *
     * @throws io.siyu.platform.problem.ProblemException 409 for who never had it, 400 for a time before that
     */
    public void requireRecipientsTold(Member by, Task task, Instant at) {
        if (holdsSince(by, task, at)) {
            return;
        }
        List<TaskLease> mine = leases.of(task.shopId(), task.id(), by.staffId());
        if (mine.isEmpty() && task.status() != TaskStatus.EXPIRED) {
            refuse(by, task);
        }
        requireAfter(mine.isEmpty() ? task.opensAt() : mine.get(0).from(), at);
    }

    /**
     * That it is done: by its holder, else for a time within a lease of one's own, while nobody has finished it.
     *
     * @return whether the holder tells it
     * @throws io.siyu.platform.problem.ProblemException 409 that names the holder, 400 for a time before the claim
     */
    public boolean requireCompletionTold(Member by, Task task, Instant at) {
        if (holdsSince(by, task, at)) {
            return true;
        }
        List<TaskLease> mine = leases.of(task.shopId(), task.id(), by.staffId());
        boolean isCovered = mine.stream().anyMatch(lease -> lease.covers(at));
        boolean isFinished = task.status() == TaskStatus.DONE || task.status() == TaskStatus.SKIPPED;
        if (!isFinished && isCovered) {
            return task.isHeldBy(by.staffId());
        }
        if (!isFinished && !mine.isEmpty()) {
            requireAfter(mine.get(0).from(), at);
        }
        if (task.status() != TaskStatus.EXPIRED) {
            task.requireHolder(by.staffId(), "be completed");
        }
        requireAfter(task.opensAt(), at);
        return task.isHeldBy(by.staffId());
    }

    /** Says who holds it, or that nobody does. */
    private void refuse(Member by, Task task) {
        try {
            task.requireHolder(by.staffId(), "be ticked off");
        } catch (TaskTakenException e) {
            throw e.problem(staff);
        }
    }

    /** The most frequent case, for which the history need not be read. */
    private static boolean holdsSince(Member by, Task task, Instant at) {
        return task.isHeldBy(by.staffId())
                && task.claimedAt() != null
                && !at.isBefore(task.claimedAt().minus(DeviceTime.SKEW));
    }

    private static void requireAfter(Instant claim, Instant at) {
        if (at.isBefore(claim.minus(DeviceTime.SKEW))) {
            throw ErrorCode.VALIDATION_FAILED.problem("at", "BeforeClaim", "It lies before the task was taken.");
        }
    }
}
