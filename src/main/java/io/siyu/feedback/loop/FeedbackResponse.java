package io.siyu.feedback.loop;

import io.siyu.feedback.Feedback;
import io.siyu.feedback.FeedbackAction;
import io.siyu.feedback.FeedbackOutcome;
import io.siyu.feedback.FeedbackStatus;
import io.siyu.feedback.FeedbackSubject;
import io.siyu.platform.ids.Id;

import java.time.Instant;

/**
 * A feedback and how far it got.
 *
 * @param loopMinutes from the report to the reporter's confirmation; null until then
 * @param reopened how often the reporter was not content
 */
public record FeedbackResponse(
        Id id,
        Id shopId,
        String kind,
        String text,
        FeedbackStatus status,
        Id taskId,
        Id scriptId,
        Id followerId,
        Id campaignId,
        StaffRef reporter,
        StaffRef owner,
        Instant dueAt,
        boolean overdue,
        Action action,
        String note,
        Instant reportedAt,
        Instant triagedAt,
        Instant actionedAt,
        Instant confirmedAt,
        Long loopMinutes,
        int reopened,
        int version) {

    public record StaffRef(Id id, String displayName) {}

    public record Action(FeedbackOutcome outcome, String reason, Id scriptId, Id materialId, Id campaignId) {}

    /** @param owner null while nobody answers for it */
    static FeedbackResponse from(Feedback feedback, StaffRef reporter, StaffRef owner, Instant now) {
        FeedbackSubject subject =
                feedback.subject() == null ? new FeedbackSubject(null, null, null, null) : feedback.subject();
        return new FeedbackResponse(
                Id.of(feedback.id()),
                Id.of(feedback.shopId()),
                feedback.kind(),
                feedback.text(),
                feedback.status(),
                Id.ofNullable(subject.taskId()),
                Id.ofNullable(subject.scriptId()),
                Id.ofNullable(subject.followerId()),
                Id.ofNullable(subject.campaignId()),
                reporter,
                owner,
                feedback.dueAt(),
                feedback.isOverdueAt(now),
                feedback.action() == null ? null : action(feedback.action()),
                feedback.note(),
                feedback.reportedAt(),
                feedback.triagedAt(),
                feedback.actionedAt(),
                feedback.confirmedAt(),
                feedback.loopMinutes().isPresent() ? feedback.loopMinutes().getAsLong() : null,
                feedback.reopened(),
                feedback.version());
    }

    private static Action action(FeedbackAction action) {
        return new Action(
                action.outcome(),
                action.reason(),
                Id.ofNullable(action.scriptId()),
                Id.ofNullable(action.materialId()),
                Id.ofNullable(action.campaignId()));
    }
}
