package io.siyu.task.work;

import io.siyu.platform.audit.Act;
import io.siyu.platform.audit.AuditTrail;
import io.siyu.platform.ids.Id;
import io.siyu.platform.language.Language;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.ProblemException;
import io.siyu.staff.caller.Member;
import io.siyu.task.TaskChangeService;
import io.siyu.task.TaskChangeService.Verb;
import io.siyu.task.queue.TaskListRequest;
import io.siyu.task.queue.TaskService;
import io.siyu.task.work.TaskBulkResponse.Refused;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

/** One action on many tasks: each is changed, or refused, as by itself. */
@ApplicationScoped
class TaskBulkService {
    private final TaskChangeService changes;
    private final TaskWorkService work;
    private final TaskService queue;
    private final BulkSubjects subjects;
    private final AuditTrail audit;

    TaskBulkService(
            TaskChangeService changes,
            TaskWorkService work,
            TaskService queue,
            BulkSubjects subjects,
            AuditTrail audit) {
        this.changes = changes;
        this.work = work;
        this.queue = queue;
        this.subjects = subjects;
        this.audit = audit;
    }

    TaskBulkResponse act(Member by, TaskBulkRequest request, Language language) {
        subjects.requireIn(by.shopId(), request);
        Verb verb = verb(request);
        List<Id> wanted = new ArrayList<>(wanted(by, request));
        boolean more = wanted.size() > TaskBulkRequest.MOST;
        List<Id> done = new ArrayList<>();
        List<Refused> refused = new ArrayList<>();
        for (Id task : more ? wanted.subList(0, TaskBulkRequest.MOST) : wanted) {
            try {
                changes.changeSeen(by, task.value(), verb);
                done.add(task);
            } catch (ProblemException e) {
                refused.add(new Refused(task, e.code(), e.detail().in(language)));
            }
        }
        audit.record(Act.on(by.shopId(), "tasks")
                .to(Map.of("action", request.action(), "done", done.size(), "refused", refused.size())));
        return new TaskBulkResponse(done, refused, more);
    }

    private LinkedHashSet<Id> wanted(Member by, TaskBulkRequest request) {
        if ((request.ids() == null) == (request.filter() == null)) {
            throw ErrorCode.VALIDATION_FAILED.problem(
                    "ids", "OneOfBoth", "Name tasks by ids or by a filter, not both.");
        }
        if (request.ids() != null) {
            return new LinkedHashSet<>(request.ids());
        }
        TaskBulkRequest.Filter filter = request.filter();
        TaskListRequest list = new TaskListRequest();
        list.campaign = filter.campaign();
        list.account = filter.account();
        list.staff = filter.staff();
        list.day = filter.day();
        list.kind = filter.kind();
        list.status = filter.status();
        list.snoozed = true;
        return new LinkedHashSet<>(queue.listIds(by, list, TaskBulkRequest.MOST + 1));
    }

    private Verb verb(TaskBulkRequest request) {
        return switch (request.action()) {
            case SKIP -> work.skipping(request.reason());
            case SNOOZE -> work.puttingOff(needed(request.until(), "until"));
            case HANDOVER -> work.handingOver(needed(request.staffId(), "staffId"), request.reason());
        };
    }

    private static <T> T needed(T value, String field) {
        if (value == null) {
            throw ErrorCode.VALIDATION_FAILED.problem(field, "Needed", "This action needs it.");
        }
        return value;
    }
}
