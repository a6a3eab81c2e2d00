package io.siyu.feedback;

import io.siyu.task.Task;
import io.siyu.task.TaskConfig;
import io.siyu.task.TaskKind;
import io.siyu.task.TaskSubject;
import io.siyu.task.duty.Duty;
import io.siyu.task.duty.DutySource;
import io.siyu.task.duty.DutyTasks;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** A feedback that was triaged stands in its owner's queue until something has come of it, each time round anew. */
@ApplicationScoped
public class AnswerTasks implements DutySource {
    private static final String NOBODYS = "反馈暂无负责人";

    private final FeedbackRepository feedbacks;
    private final DutyTasks tasks;
    private final TaskConfig config;

    AnswerTasks(FeedbackRepository feedbacks, DutyTasks tasks, TaskConfig config) {
        this.feedbacks = feedbacks;
        this.tasks = tasks;
        this.config = config;
    }

    /** In the transaction in which the feedback changed. @param by who took the step */
    public void align(Feedback feedback, long by) {
        tasks.align(feedback.shopId(), feedback.id(), duties(feedback, by), NOBODYS);
    }

    @Override
    public TaskSubject subject() {
        return TaskSubject.FEEDBACK;
    }

    @Override
    public boolean asksFor(Task task) {
        return feedbacks
                .findIn(task.shopId(), task.origin().subjectId())
                .map(feedback -> duties(feedback, null).stream().anyMatch(duty -> duty.asksFor(task)))
                .orElse(false);
    }

    private List<Duty> duties(Feedback feedback, Long by) {
        return switch (feedback.status()) {
            case NEW -> List.of();
            case TRIAGED, REOPENED ->
                feedback.ownerStaffId() == null ? List.of() : List.of(duty(feedback, false, null));
            case ACTIONED, CONFIRMED -> List.of(duty(feedback, true, by));
        };
    }

    /** Without its words: they may be about a person, and go with that one. */
    private Duty duty(Feedback feedback, boolean isDone, Long by) {
        Instant due = feedback.dueAt().truncatedTo(ChronoUnit.MICROS);
        return new Duty(
                TaskKind.ANSWER_FEEDBACK,
                String.valueOf(feedback.reopened()),
                feedback.ownerStaffId(),
                "处理反馈：" + feedback.kind(),
                due,
                due.plus(config.validFor().answer()),
                isDone,
                by);
    }
}
