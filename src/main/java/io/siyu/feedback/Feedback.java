package io.siyu.feedback;

import io.siyu.platform.ids.ShopOwned;
import io.siyu.platform.problem.ErrorCode;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
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

    @Convert(converter = PicturesConverter.class)
    @Column(updatable = false)
    private List<Long> pictures;

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

    /** Of working time, as it was counted when the loop was closed. */
    private Integer loopMinutes;

    private int reopened;

    protected Feedback() {}

    private Feedback(long shopId) {
        super(shopId);
    }

    public static Feedback report(
            long shopId,
            String kind,
            String text,
            FeedbackSubject subject,
            List<Long> pictures,
            long reporter,
            Instant now) {
        Feedback feedback = new Feedback(shopId);
        feedback.kind = kind;
        feedback.text = text;
        feedback.subject = subject;
        feedback.pictures = List.copyOf(pictures);
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

    /** @throws io.siyu.platform.problem.ProblemException 409 while nobody has triaged it, or something has come of it */
    public void requireActable() {
        require(EnumSet.of(FeedbackStatus.TRIAGED, FeedbackStatus.REOPENED), "be acted on");
    }

    public void act(FeedbackAction done, String remark, Instant now) {
        requireActable();
        action = done;
        note = remark == null ? note : remark;
        actionedAt = now;
        status = FeedbackStatus.ACTIONED;
    }

    /**
     * The reporter is content: the loop is closed.
     *
     * @param worked the working time since the report
     */
    public void confirm(Instant now, Duration worked) {
        require(EnumSet.of(FeedbackStatus.ACTIONED), "be confirmed");
        confirmedAt = now;
        loopMinutes = Math.toIntExact(worked.toMinutes());
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

    /** By the clock, from the report to the confirmation, in whole minutes; known once confirmed. */
    public OptionalLong elapsedMinutes() {
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

    public boolean isOwnedBy(long staffId) {
        return ownerStaffId != null && ownerStaffId == staffId;
    }

    /** Whether it is this person's to read, whatever the role: reported it, or answers for it. */
    public boolean concerns(long staffId) {
        return isReportedBy(staffId) || isOwnedBy(staffId);
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

    /** Materials of the shop, in the order in which they were shown. */
    public List<Long> pictures() {
        return pictures == null ? List.of() : pictures;
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

    /** From the report to the confirmation in whole minutes of the shop's working time; null until then. */
    public Integer loopMinutes() {
        return loopMinutes;
    }

    public int reopened() {
        return reopened;
    }
}
