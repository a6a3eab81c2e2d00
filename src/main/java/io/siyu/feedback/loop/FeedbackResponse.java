package io.siyu.feedback.loop;

import io.siyu.feedback.Feedback;
import io.siyu.feedback.FeedbackAction;
import io.siyu.feedback.FeedbackOutcome;
import io.siyu.feedback.FeedbackStatus;
import io.siyu.feedback.FeedbackSubject;
import io.siyu.platform.ids.Id;

import java.time.Instant;
import java.util.List;

/**
 * A feedback and how far it got.
 *
 * @param pictures materials of the shop
 * @param loopMinutes from the report to the confirmation, by the clock; null until then
 * @param loopWorkingMinutes the same of the shop's working time
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
        Id orderId,
        String product,
        List<Id> pictures,
        PersonRef reporter,
        PersonRef owner,
        Instant dueAt,
        boolean overdue,
        Action action,
        String note,
        Instant reportedAt,
        Instant triagedAt,
        Instant actionedAt,
        Instant confirmedAt,
        Long loopMinutes,
        Integer loopWorkingMinutes,
        int reopened,
        int version) {

    public record PersonRef(Id id, String displayName) {}

    /**
     * What came of it.
     *
     * @param scriptVersion the version of the script that came of it
     */
    public record Action(
            FeedbackOutcome outcome,
            String reason,
            String answer,
            Id scriptId,
            Integer scriptVersion,
            Id materialId,
            Id campaignId) {}

    /** @param owner null while nobody answers for it */
    static FeedbackResponse from(Feedback feedback, PersonRef reporter, PersonRef owner, Instant now) {
        FeedbackSubject subject = feedback.subject() == null ? FeedbackSubject.NOTHING : feedback.subject();
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
                Id.ofNullable(subject.orderId()),
                subject.product(),
                feedback.pictures().stream().map(Id::of).toList(),
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
                feedback.elapsedMinutes().isPresent()
                        ? feedback.elapsedMinutes().getAsLong()
                        : null,
                feedback.loopMinutes(),
                feedback.reopened(),
                feedback.version());
    }

    private static Action action(FeedbackAction action) {
        return new Action(
                action.outcome(),
                action.reason(),
                action.answer(),
                Id.ofNullable(action.scriptId()),
                action.scriptVersion(),
                Id.ofNullable(action.materialId()),
                Id.ofNullable(action.campaignId()));
    }
}
