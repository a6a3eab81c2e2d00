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

    /** After it the task means nothing any more: it expires. Null for never. */
    private Instant validUntil;

    /** When it really opened. */
    private Instant openedAt;

    /** What kept it, or keeps it, from opening at its time; null for nothing. */
    @Embedded
    private TaskWait wait;

    private Instant snoozedUntil;

    /** When the clock next has something to do with it: open it, take it back, end its snooze; null is never. */
    private Instant wakeAt;

    private Instant changedAt;

    private String changeNote;

    private Instant closedAt;

    private Long closedByStaffId;

    private String reason;

    /** Why it expired; null for what did not. */
    @Enumerated(EnumType.STRING)
    private ExpiryReason reasonCode;

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

    /** Until when it can be done. */
    public Task validUntil(Instant until) {
        validUntil = until;
        return this;
    }

    /** Its time has come. */
    public void open() {
        open(opensAt);
    }

    /** @param now when it really is, which may be later than it was to be */
    public void open(Instant now) {
        require(status == TaskStatus.PLANNED, "be opened");
        release();
        openedAt = now;
    }

    /** Its limits do not allow it yet: it goes back into the plan until they do. */
    public void waitFor(TaskWait until) {
        require(status == TaskStatus.PLANNED || status == TaskStatus.OPEN, "wait for its limits");
        release();
        status = TaskStatus.PLANNED;
        wait = until;
        wakeAt = until.until();
    }

    /**
     * Takes the task until the lease runs out, and keeps everybody else away meanwhile. Taken again by its holder it is
     * kept for longer.
     */
    public void claim(long staffId, Instant now, Duration lease) {
        if (isHeldAt(now) && holderStaffId != staffId) {
            throw new TaskTakenException(shopId(), holderStaffId);
        }
        require(status.isActive(), "be claimed");
        require(!isOverAt(now), "be claimed after its validity");
        if (isHeldAt(now)) {
            leaseUntil = now.plus(lease);
            wakeAt = leaseUntil;
            return;
        }
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

    public boolean isSnoozed() {
        return snoozedUntil != null;
    }

    public void endSnooze() {
        require(status == TaskStatus.OPEN, "end its snooze");
        snoozedUntil = null;
        wakeAt = validUntil;
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

    /** What it reminds of was done, by whomever and whoever holds it: it is done by that. */
    public void settle(Long staffId, Instant at) {
        require(!status.isClosed(), "be settled");
        close(TaskStatus.DONE, staffId, null, at);
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

    /** Nothing of it counts as done any more; the clock looks at once whether its campaign still goes on. */
    public void reopen(Instant now) {
        require(status == TaskStatus.DONE || status == TaskStatus.SKIPPED, "be undone");
        release();
        reason = null;
        result = null;
        completionKey = null;
        closedAt = null;
        closedByStaffId = null;
        if (origin.campaignId() != null) {
            wakeAt = now;
        }
    }

    /** What came of it is known better by now. */
    public void correct(String outcome, Instant now) {
        require(status == TaskStatus.DONE, "have its result corrected");
        result = outcome;
        changedAt = now;
    }

    public boolean wasDoneBy(long staffId) {
        return status == TaskStatus.DONE && Objects.equals(closedByStaffId, staffId);
    }

    /** Whether this very completion has been taken in already. */
    public boolean wasCompletedBy(long staffId, String key) {
        return wasDoneBy(staffId) && key.equals(completionKey);
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

    public void expire(ExpiryReason code, String why, Instant now) {
        require(!status.isClosed(), "expire");
        close(TaskStatus.EXPIRED, null, why, now);
        reasonCode = code;
    }

    /** Whether nothing can be begun with it any more. */
    public boolean isOverAt(Instant now) {
        return validUntil != null && !validUntil.isAfter(now);
    }

    /**
     * Takes over another script, time or day. What is closed stays as it was sent; who has seen the task before is told
     * by the note.
     *
     * @return whether anything changed
     */
    public boolean replan(TaskContent newContent, Integer day, TaskTimes times, String note, Instant now) {
        require(!status.isClosed(), "be planned again");
        boolean sameTime = times.equals(times());
        if (sameTime && newContent.equals(content) && Objects.equals(day, origin.campaignDay())) {
            return false;
        }
        content = newContent;
        origin = origin.onDay(day);
        opensAt = times.opensAt();
        dueAt = times.dueAt();
        validUntil = times.validUntil();
        changedAt = now;
        changeNote = note;
        if (status == TaskStatus.OPEN && opensAt.isAfter(now)) {
            status = TaskStatus.PLANNED;
            snoozedUntil = null;
            openedAt = null;
        }
        if (status == TaskStatus.PLANNED) {
            wait = null;
            wakeAt = opensAt;
        } else if (status == TaskStatus.OPEN && snoozedUntil == null) {
            wakeAt = validUntil;
        }
        return true;
    }

    /** What had lapsed because its post was taken back is wanted again. */
    public void revive(Instant now) {
        require(status == TaskStatus.EXPIRED, "be planned again");
        release();
        status = TaskStatus.PLANNED;
        reason = null;
        reasonCode = null;
        closedAt = null;
        openedAt = null;
        wakeAt = opensAt;
        changedAt = now;
    }

    /** Whether the clock has something to do with it. */
    public boolean isDueToMove(Instant now) {
        return !status.isClosed() && wakeAt != null && !wakeAt.isAfter(now);
    }

    /** Whether somebody's lease on it still runs. */
    public boolean isHeldAt(Instant now) {
        return status == TaskStatus.CLAIMED && leaseUntil.isAfter(now);
    }

    public boolean isHeldBy(long staffId) {
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
        wakeAt = validUntil;
    }

    private void close(TaskStatus end, Long by, String why, Instant now) {
        status = end;
        closedByStaffId = by;
        reason = why;
        reasonCode = null;
        closedAt = now;
        holderStaffId = by;
        claimedAt = null;
        leaseUntil = null;
        snoozedUntil = null;
        wakeAt = null;
    }

    private TaskTimes times() {
        return new TaskTimes(opensAt, dueAt, validUntil);
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

    /** What came of it, as JSON; null for what is not done. */
    public String result() {
        return result;
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

    /** When it was to open: at its time, or once its limits allowed it. */
    public Instant wantedAt() {
        return wait == null || wait.until() == null || wait.until().isBefore(opensAt) ? opensAt : wait.until();
    }

    public Instant dueAt() {
        return dueAt;
    }

    public Optional<Instant> validUntil() {
        return Optional.ofNullable(validUntil);
    }

    /** What keeps it from opening. */
    public Optional<TaskWait> waiting() {
        return Optional.ofNullable(wait).filter(limit -> status == TaskStatus.PLANNED);
    }
}
