package io.siyu.task.work;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.siyu.platform.ids.Id;
import io.siyu.platform.language.Wording;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.Sql;
import io.siyu.staff.caller.Member;
import io.siyu.task.Task;
import io.siyu.task.TaskChangeService;
import io.siyu.task.TaskChangeService.Step;
import io.siyu.task.TaskEventType;
import io.siyu.task.TaskStatus;
import io.siyu.task.queue.CompleteTaskRequest.Result;
import io.siyu.task.queue.TaskQueries;
import io.siyu.task.queue.TaskResponse;
import io.siyu.task.queue.TaskResponse.Completion;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.Optional;

/** Likes and comments come in after a task is done: they are added and corrected until its campaign is closed (R13). */
@ApplicationScoped
class TaskResults {
    private final TaskChangeService changes;
    private final TaskQueries queries;
    private final ObjectMapper json;
    private final Sql sql;

    TaskResults(TaskChangeService changes, TaskQueries queries, ObjectMapper json, Sql sql) {
        this.changes = changes;
        this.queries = queries;
        this.json = json;
        this.sql = sql;
    }

    /** @throws io.siyu.platform.problem.ProblemException 409 for what is not done, or whose campaign is closed */
    TaskResponse correct(Id id, CorrectResultRequest request) {
        Member member = changes.changeReported(id, (by, task, now) -> correct(by, task, request, now));
        return queries.get(member.shopId(), id.value());
    }

    private Optional<Step> correct(Member by, Task task, CorrectResultRequest request, Instant now) {
        if (task.status() != TaskStatus.DONE) {
            throw ErrorCode.STATE_CONFLICT.problem("A task that is " + task.status() + " has no result.");
        }
        DoneElsewhere.refuse(task);
        if (by.isOnlyStaff() && !task.wasDoneBy(by.staffId()) && !task.concerns(by.staffId())) {
            throw ErrorCode.FORBIDDEN.problem(
                    Wording.of("It is corrected by who did it, or by a marketer.", "只能由完成人或运营更正。"));
        }
        requireOpen(task);
        Completion before = read(task.result());
        Result after = request.over(before.result());
        if (after.equals(before.result())) {
            return Optional.empty();
        }
        task.correct(
                text(new Completion(
                        after, before.proofMaterialIds(), before.scriptVersion(), before.reportedAt(), before.late())),
                now);
        return Optional.of(new Step(TaskEventType.CORRECTED, after.note()));
    }

    private void requireOpen(Task task) {
        boolean isClosed = task.origin().campaignId() != null
                && sql.first(
                                "SELECT 1 AS closed FROM campaign WHERE shop_id = ? AND id = ? AND status = 'CLOSED'",
                                row -> row.intAt("closed"),
                                task.shopId(),
                                task.origin().campaignId())
                        .isPresent();
        if (isClosed) {
            throw ErrorCode.STATE_CONFLICT.problem(
                    Wording.of("Its campaign is closed: its results stand.", "活动已关闭，结果不再更改。"));
        }
    }

    private Completion read(String text) {
        try {
            return json.readValue(text, Completion.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A stored completion is not readable", e);
        }
    }

    private String text(Completion completion) {
        try {
            return json.writeValueAsString(completion);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A completion is JSON", e);
        }
    }
}
