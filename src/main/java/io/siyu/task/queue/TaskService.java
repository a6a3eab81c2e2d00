package io.siyu.task.queue;

import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.shop.Shop;
import io.siyu.staff.caller.Found;
import io.siyu.task.Task;
import io.siyu.task.TaskScope;
import io.siyu.task.recipient.RecipientQueries;

import jakarta.enterprise.context.ApplicationScoped;

/** Looking at the queue. */
@ApplicationScoped
public class TaskService {
    private final TaskScope scope;
    private final TaskQueries queries;
    private final RecipientQueries recipients;

    TaskService(TaskScope scope, TaskQueries queries, RecipientQueries recipients) {
        this.scope = scope;
        this.queries = queries;
        this.recipients = recipients;
    }

    /** By due time and priority. */
    public Page<TaskResponse> list(Id shop, boolean mine, TaskFilter filter, PageRequest page) {
        return queries.list(TaskScope.branches(scope.members(shop), mine), filter, page);
    }

    public TaskDetailResponse get(Id id) {
        Found<Task> found = scope.find(id);
        Shop shop = found.member().shop();
        return new TaskDetailResponse(
                queries.get(shop.id(), id.value()),
                recipients.list(shop, id.value(), PageRequest.first()).items());
    }
}
