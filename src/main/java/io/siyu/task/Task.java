package io.siyu.task;

import io.siyu.platform.ids.ShopOwned;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.staff.AccountWorker;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One piece of work for one member of staff. A claim is a lease: whoever holds the task works on it until the lease
 * runs out; the row's version decides between those who race for it.
 */
@Entity
@Table(name = "task")
public class Task extends ShopOwned {
    @Embedded
    private TaskOrigin origin;

    @Embedded
    private TaskContent content;

    @Enumerated(EnumType.STRING)
    private TaskStatus status;

    private int priority;

    /** Whose work it is; null is the shop's pool. */
    private Long assigneeStaffId;

    /** The account's owner whose work it is, while somebody else or the pool has it instead; null otherwise. */
    private Long meantForStaffId;

    private Long holderStaffId;

    /** When who holds it took it. */
    private Instant claimedAt;

    private Instant leaseUntil;

    private Instant opensAt;

    private Instant dueAt;

    private Instant snoozedUntil;

    /** When the clock next has something to do with it: open it, take it back, end its snooze; null is never. */
    private Instant wakeAt;

    private Instant changedAt;

    private String changeNote;

    private Instant closedAt;

    private Long closedByStaffId;

    private String reason;

    /** What came of it, as JSON. */
    private String result;

    /** Tells a repeated completion from another one. */
    private String completionKey;

    protected Task() {}

    private Task(long shopId, TaskOrigin origin, TaskContent content, Long assigneeStaffId) {
        super(shopId);
        this.origin = Objects.requireNonNull(origin);
        this.content = Objects.requireNonNull(content);
        this.priority = origin.kind().priority();
        this.assigneeStaffId = assigneeStaffId;
        this.status = TaskStatus.PLANNED;
    }

    /** Work that opens at its time. */
    public static Task planned(
            long shopId, TaskOrigin origin, TaskContent content, Long assignee, Instant opensAt, Instant dueAt) {
        Task task = new Task(shopId, origin, content, assignee);
        task.opensAt = opensAt;
        task.dueAt = dueAt;
        task.wakeAt = opensAt;
        return task;
    }

    /** Its time has come. */
    public void open() {
        require(status == TaskStatus.PLANNED, "be opened");
        release();
    }

    /**
     * Takes the task until the lease runs out. Whoever holds it already, even the same person (a login may be shared),
     * keeps everybody else away.
     */
    public void claim(long staffId, Instant now, Duration lease) {
        if (isHeldAt(now)) {
            throw new TaskTakenException(shopId(), holderStaffId);
        }
        require(status.isActive(), "be claimed");
        status = TaskStatus.CLAIMED;
        holderStaffId = staffId;
        claimedAt = now;
        snoozedUntil = null;
        leaseUntil = now.plus(lease);
        wakeAt = leaseUntil;
    }

    public void giveBack(long staffId) {
        requireHolder(staffId, "be given back");
        release();
    }

    /** The lease ran out: the task is free again. */
    public void lapse(Instant now) {
        require(status == TaskStatus.CLAIMED && !isHeldAt(now), "be taken back");
        release();
    }

    public void endSnooze() {
        require(status == TaskStatus.OPEN, "end its snooze");
        snoozedUntil = null;
        wakeAt = null;
    }

    /** @param at when it was done, which may be a while ago */
    public void complete(long staffId, String outcome, String key, Instant at) {
        requireHolder(staffId, "be completed");
        finish(staffId, outcome, key, at);
    }

    /**
     * Takes in that it was done by who does not hold it any more: the lease had lapsed before the report came in, or the
     * task had expired. Whoever holds it now has nothing left to do.
     */
    public void completeLate(long staffId, String outcome, String key, Instant at) {
        require(status != TaskStatus.DONE && status != TaskStatus.SKIPPED, "be completed by who does not hold it");
        finish(staffId, outcome, key, at);
    }

    private void finish(long staffId, String outcome, String key, Instant at) {
        result = outcome;
        completionKey = key;
        close(TaskStatus.DONE, staffId, null, at);
    }

    /** Tells why not all of it was done. */
    public void explainRest(String why) {
        require(status == TaskStatus.DONE, "have its rest explained");
        reason = why;
    }

    /** Whether this very completion has been taken in already. */
    public boolean wasCompletedBy(long staffId, String key) {
        return status == TaskStatus.DONE && closedByStaffId == staffId && completionKey.equals(key);
    }

    public void skip(long staffId, String why, Instant now) {
        requireFreeFor(staffId, now, "be skipped");
        close(TaskStatus.SKIPPED, staffId, why, now);
    }

    /** Puts it aside until an instant; it belongs to nobody meanwhile. */
    public void snooze(long staffId, Instant until, Instant now) {
        requireFreeFor(staffId, now, "be put off");
        release();
        snoozedUntil = until;
        wakeAt = until;
    }

    /** Whether it is put aside until that very instant. */
    public boolean isSnoozedUntil(Instant until) {
        return status == TaskStatus.OPEN && until.equals(snoozedUntil);
    }

    /** Whether it waits for this member of staff, and nobody holds it. */
    public boolean isLeftTo(long staffId) {
        return status != TaskStatus.CLAIMED && Objects.equals(assigneeStaffId, staffId);
    }

    /** Makes it somebody else's work; whoever held it no longer does. */
    public void handOver(long toStaffId) {
        require(!status.isClosed(), "be handed over");
        assigneeStaffId = toStaffId;
        meantForStaffId = null;
        if (status == TaskStatus.CLAIMED) {
            release();
        }
    }

    /** Moves a follower's task to the account the follower now belongs to; whoever held it no longer does. */
    public void moveTo(long accountId, AccountWorker worker) {
        require(!status.isClosed(), "be moved");
        origin = origin.onAccount(accountId);
        giveTo(worker);
        if (status == TaskStatus.CLAIMED) {
            release();
        }
    }

    /**
     * Gives it to who works for its account now; whoever holds it goes on.
     *
     * @return whether that is somebody else
     */
    public boolean giveTo(AccountWorker worker) {
        require(!status.isClosed(), "be given to somebody");
        if (worker.has(assigneeStaffId, meantForStaffId)) {
            return false;
        }
        assigneeStaffId = worker.assigneeStaffId();
        meantForStaffId = worker.meantForStaffId();
        return true;
    }

    /** Whether it goes with its account: nobody has handed it to anybody else by hand. */
    public boolean isWorkOf(long ownerStaffId) {
        return meantForStaffId != null || Objects.equals(assigneeStaffId, ownerStaffId);
    }

    public void expire(String why, Instant now) {
        require(!status.isClosed(), "expire");
        close(TaskStatus.EXPIRED, null, why, now);
    }

    /**
     * Takes over another script, time or day. What is closed stays as it was sent; who has seen the task before is told
     * by the note.
     *
     * @return whether anything changed
     */
    public boolean replan(
            TaskContent newContent, Integer day, Instant newOpensAt, Instant newDueAt, String note, Instant now) {
        require(!status.isClosed(), "be planned again");
        boolean sameTime = newOpensAt.equals(opensAt) && newDueAt.equals(dueAt);
        if (sameTime && newContent.equals(content) && Objects.equals(day, origin.campaignDay())) {
            return false;
        }
        content = newContent;
        origin = origin.onDay(day);
        opensAt = newOpensAt;
        dueAt = newDueAt;
        changedAt = now;
        changeNote = note;
        if (status == TaskStatus.OPEN && newOpensAt.isAfter(now)) {
            status = TaskStatus.PLANNED;
            snoozedUntil = null;
        }
        if (status == TaskStatus.PLANNED) {
            wakeAt = newOpensAt;
        }
        return true;
    }

    /** What had lapsed because its post was taken back is wanted again. */
    public void revive(Instant now) {
        require(status == TaskStatus.EXPIRED, "be planned again");
        release();
        status = TaskStatus.PLANNED;
        reason = null;
        closedAt = null;
        wakeAt = opensAt;
        changedAt = now;
    }

    /** Whether the clock has something to do with it. */
    public boolean isDueToMove(Instant now) {
        return wakeAt != null && !wakeAt.isAfter(now);
    }

    /** Whether somebody's lease on it still runs. */
    public boolean isHeldAt(Instant now) {
        return status == TaskStatus.CLAIMED && leaseUntil.isAfter(now);
    }

    boolean isHeldBy(long staffId) {
        return status == TaskStatus.CLAIMED && holderStaffId == staffId;
    }

    /** Whether this member of staff may see it: own work, work in hand, or the shop's pool. */
    public boolean concerns(long staffId) {
        return assigneeStaffId == null || assigneeStaffId == staffId || isHeldBy(staffId);
    }

    /** @throws RuntimeException unless this member of staff holds it */
    public void requireHolder(long staffId, String what) {
        if (status == TaskStatus.CLAIMED && holderStaffId != staffId) {
            throw new TaskTakenException(shopId(), holderStaffId);
        }
        require(status == TaskStatus.CLAIMED, what + " by who does not hold it");
    }

    /** @throws RuntimeException if somebody else works on it, or it is not open */
    public void requireFreeFor(long staffId, Instant now, String what) {
        if (isHeldAt(now) && holderStaffId != staffId) {
            throw new TaskTakenException(shopId(), holderStaffId);
        }
        require(status.isActive(), what);
    }

    private void require(boolean allowed, String what) {
        if (!allowed) {
            throw ErrorCode.STATE_CONFLICT.problem("A task that is " + status + " cannot " + what + ".");
        }
    }

    private void release() {
        status = TaskStatus.OPEN;
        holderStaffId = null;
        claimedAt = null;
        leaseUntil = null;
        snoozedUntil = null;
        wakeAt = null;
    }

    private void close(TaskStatus end, Long by, String why, Instant now) {
        status = end;
        closedByStaffId = by;
        reason = why;
        closedAt = now;
        holderStaffId = by;
        claimedAt = null;
        leaseUntil = null;
        snoozedUntil = null;
        wakeAt = null;
    }

    public TaskOrigin origin() {
        return origin;
    }

    public TaskContent content() {
        return content;
    }

    public TaskKind kind() {
        return origin.kind();
    }

    public TaskStatus status() {
        return status;
    }

    public Optional<Long> assigneeStaffId() {
        return Optional.ofNullable(assigneeStaffId);
    }

    Optional<Long> holderStaffId() {
        return Optional.ofNullable(holderStaffId);
    }

    /** When its holder took it; null for one that nobody holds. */
    public Instant claimedAt() {
        return claimedAt;
    }

    public Optional<Instant> leaseUntil() {
        return Optional.ofNullable(leaseUntil);
    }

    /** Why it was not done; null where there is nothing to explain. */
    public String reason() {
        return reason;
    }

    public Instant opensAt() {
        return opensAt;
    }

    public Instant dueAt() {
        return dueAt;
    }
}
