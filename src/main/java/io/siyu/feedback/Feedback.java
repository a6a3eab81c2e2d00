package io.siyu.feedback;

import io.siyu.platform.ids.ShopOwned;
import io.siyu.platform.problem.ErrorCode;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;

/** What a member of staff heard or hit; somebody answers for it by its due time, and the reporter has the last word. */
@Entity
@Table(name = "feedback")
public class Feedback extends ShopOwned {
    private String kind;

    private String text;

    @Enumerated(EnumType.STRING)
    private FeedbackStatus status;

    @Embedded
    private FeedbackSubject subject;

    @Embedded
    private FeedbackAction action;

    private String note;

    @Column(updatable = false)
    private long reporterStaffId;

    private Long ownerStaffId;

    private Instant dueAt;

    @Column(updatable = false)
    private Instant reportedAt;

    private Instant triagedAt;

    private Instant actionedAt;

    private Instant confirmedAt;

    private int reopened;

    protected Feedback() {}

    private Feedback(long shopId) {
        super(shopId);
    }

    public static Feedback report(
            long shopId, String kind, String text, FeedbackSubject subject, long reporter, Instant now) {
        Feedback feedback = new Feedback(shopId);
        feedback.kind = kind;
        feedback.text = text;
        feedback.subject = subject;
        feedback.reporterStaffId = reporter;
        feedback.reportedAt = now;
        feedback.status = FeedbackStatus.NEW;
        return feedback;
    }

    /** Names who answers for it and by when. */
    public void entrustTo(Long owner, Instant due) {
        ownerStaffId = owner;
        dueAt = due;
    }

    public void reword(String newKind, String newText) {
        require(EnumSet.of(FeedbackStatus.NEW), "be reworded");
        kind = newKind;
        text = newText;
    }

    /** Names who answers for it and by when. Saying again what is said already changes nothing. */
    public void triage(Long owner, Instant due, String remark, Instant now) {
        require(EnumSet.of(FeedbackStatus.NEW, FeedbackStatus.TRIAGED, FeedbackStatus.REOPENED), "be triaged");
        String said = remark == null ? note : remark;
        if (status == FeedbackStatus.TRIAGED
                && Objects.equals(owner, ownerStaffId)
                && due.equals(dueAt)
                && Objects.equals(said, note)) {
            return;
        }
        entrustTo(owner, due);
        note = said;
        triagedAt = now;
        status = FeedbackStatus.TRIAGED;
    }

    public void act(FeedbackAction done, String remark, Instant now) {
        require(EnumSet.of(FeedbackStatus.TRIAGED, FeedbackStatus.REOPENED), "be acted on");
        action = done;
        note = remark == null ? note : remark;
        actionedAt = now;
        status = FeedbackStatus.ACTIONED;
    }

    /** The reporter is content: the loop is closed. */
    public void confirm(Instant now) {
        require(EnumSet.of(FeedbackStatus.ACTIONED), "be confirmed");
        confirmedAt = now;
        status = FeedbackStatus.CONFIRMED;
    }

    /** The reporter is not content: it is due again. */
    public void reopen(String why, Instant newDue) {
        require(EnumSet.of(FeedbackStatus.ACTIONED), "be reopened");
        note = why;
        dueAt = newDue;
        reopened++;
        status = FeedbackStatus.REOPENED;
    }

    public boolean isOverdueAt(Instant now) {
        return status != FeedbackStatus.ACTIONED && status != FeedbackStatus.CONFIRMED && dueAt.isBefore(now);
    }

    /** From the report to the reporter's confirmation, in whole minutes; known once confirmed. */
    public OptionalLong loopMinutes() {
        return confirmedAt == null
                ? OptionalLong.empty()
                : OptionalLong.of(Duration.between(reportedAt, confirmedAt).toMinutes());
    }

    private void require(Set<FeedbackStatus> allowed, String what) {
        if (!allowed.contains(status)) {
            throw ErrorCode.STATE_CONFLICT.problem("A feedback that is " + status + " cannot " + what + ".");
        }
    }

    public boolean isReportedBy(long staffId) {
        return reporterStaffId == staffId;
    }

    public String kind() {
        return kind;
    }

    public String text() {
        return text;
    }

    public FeedbackStatus status() {
        return status;
    }

    public FeedbackSubject subject() {
        return subject;
    }

    public FeedbackAction action() {
        return action;
    }

    public String note() {
        return note;
    }

    public long reporterStaffId() {
        return reporterStaffId;
    }

    public Long ownerStaffId() {
        return ownerStaffId;
    }

    public Instant dueAt() {
        return dueAt;
    }

    public Instant reportedAt() {
        return reportedAt;
    }

    public Instant triagedAt() {
        return triagedAt;
    }

    public Instant actionedAt() {
        return actionedAt;
    }

    public Instant confirmedAt() {
        return confirmedAt;
    }

    public int reopened() {
        return reopened;
    }
}
