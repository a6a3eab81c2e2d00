package io.siyu.feedback;

import io.siyu.staff.StaffStoppedWorking;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** What somebody answers for who is given no work any more is entrusted to whom a new report would be. */
@ApplicationScoped
class FeedbackOfLeavers {
    private static final int PAGE = 200;

    private final FeedbackRepository feedbacks;
    private final FeedbackOwners owners;
    private final FeedbackHistory history;
    private final AnswerTasks tasks;
    private final Clock clock;

    FeedbackOfLeavers(
            FeedbackRepository feedbacks,
            FeedbackOwners owners,
            FeedbackHistory history,
            AnswerTasks tasks,
            Clock clock) {
        this.feedbacks = feedbacks;
        this.owners = owners;
        this.history = history;
        this.tasks = tasks;
        this.clock = clock;
    }

    /** What waits for its reporter's word too: it may be reopened. */
    void handOn(@Observes StaffStoppedWorking event) {
        List<Feedback> left;
        do {
            left = feedbacks.lockOpenOf(event.shopId(), event.staffId(), PAGE);
            left.forEach(feedback -> handOn(feedback, event.staffId()));
            feedbacks.flush();
        } while (left.size() == PAGE);
    }

    private void handOn(Feedback feedback, long leaver) {
        Instant now = clock.instant();
        Long next = owners.ownerOf(feedback.shopId(), feedback.subject()).orElse(null);
        feedback.entrustTo(next, feedback.dueAt());
        history.add(feedback, feedback.status(), leaver, null, now);
        tasks.align(feedback, leaver);
    }
}
