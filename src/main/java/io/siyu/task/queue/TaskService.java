package io.siyu.task.queue;

import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.shop.Shop;
import io.siyu.staff.caller.Found;
import io.siyu.staff.caller.Member;
import io.siyu.task.Task;
import io.siyu.task.TaskScope;
import io.siyu.task.recipient.RecipientQueries;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.List;

/** Looking at the queue. */
@ApplicationScoped
public class TaskService {
    /** So far a whole queue is counted: more would take longer than its page. */
    private static final int COUNTED = 1_000;

    private static final int COUNTED_OF_FEW = 10_000;

    private final TaskScope scope;
    private final TaskBranches branches;
    private final TaskQueries queries;
    private final RecipientQueries recipients;

    TaskService(TaskScope scope, TaskBranches branches, TaskQueries queries, RecipientQueries recipients) {
        this.scope = scope;
        this.branches = branches;
        this.queries = queries;
        this.recipients = recipients;
    }

    /** By due time and priority. */
    public TaskPage list(TaskListRequest request, PageRequest page) {
        List<SqlFragment> wanted = branches.of(scope.members(request.shop), request);
        Page<TaskResponse> cut = queries.list(wanted, request.filter(), page);
        int most = request.isNarrow() ? COUNTED_OF_FEW : COUNTED;
        int total = queries.count(wanted, request.filter(), most);
        return new TaskPage(cut.items(), cut.next(), Math.min(total, most), total > most);
    }

    /** Those of a shop in the order of the queue. */
    public List<Id> listIds(Member member, TaskListRequest request, int most) {
        return queries.listIds(branches.of(List.of(member), request), request.filter(), most);
    }

    public TaskDetailResponse get(Id id) {
        Found<Task> found = scope.find(id);
        Shop shop = found.member().shop();
        return new TaskDetailResponse(
                queries.get(shop.id(), id.value()),
                recipients.list(shop, id.value(), PageRequest.first()).items());
    }
}
