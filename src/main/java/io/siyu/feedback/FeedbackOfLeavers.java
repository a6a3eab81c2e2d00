package io.siyu.feedback;

import io.siyu.staff.DepartureUndone;
import io.siyu.staff.StaffStoppedWorking;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/** What somebody answers for who is given no work any more is entrusted to whom a new report would be. */
@ApplicationScoped
class FeedbackOfLeavers {
    private static final int PAGE = 200;

    /** Behind the tasks that go back to whoever had left. */
    private static final int LATE = 5000;

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
        forEachOf(event.shopId(), event.staffId(), feedback -> handOn(feedback, event.staffId()));
    }

    /** What was handed on stays where it is, and so does its task. */
    void departureUndone(@Observes @Priority(LATE) DepartureUndone event) {
        forEachOf(event.shopId(), event.tookOverStaffId(), feedback -> tasks.align(feedback, event.tookOverStaffId()));
    }

    private void forEachOf(long shopId, long owner, Consumer<Feedback> step) {
        List<Feedback> some;
        long last = 0;
        do {
            some = feedbacks.lockOpenOf(shopId, owner, last, PAGE);
            some.forEach(step);
            feedbacks.flush();
            last = some.stream().mapToLong(Feedback::id).max().orElse(last);
        } while (some.size() == PAGE);
    }

    private void handOn(Feedback feedback, long leaver) {
        Instant now = clock.instant();
        Long next = owners.ownerOf(feedback.shopId(), feedback.subject()).orElse(null);
        feedback.entrustTo(next, feedback.dueAt());
        history.add(feedback, feedback.status(), leaver, null, now);
        tasks.align(feedback, leaver);
    }
}
