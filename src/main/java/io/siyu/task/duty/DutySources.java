package io.siyu.task.duty;

import io.quarkus.arc.All;
import io.siyu.platform.language.Wording;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.task.Task;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

/** Whether what is done elsewhere is still to be done there. */
@ApplicationScoped
public class DutySources {
    private final List<DutySource> sources;

    DutySources(@All List<DutySource> sources) {
        this.sources = sources;
    }

    /** @throws io.siyu.platform.problem.ProblemException 409 for such a task that nobody asks for any more */
    public void requireAsked(Task task) {
        boolean isAsked = sources.stream()
                .filter(source -> source.subject() == task.kind().subject())
                .anyMatch(source -> source.asksFor(task));
        if (!isAsked) {
            throw ErrorCode.STATE_CONFLICT.problem(Wording.of("Nobody asks for it any more.", "这项工作已无需处理。"));
        }
    }
}
