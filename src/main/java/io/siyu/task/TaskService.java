package io.siyu.task;

import io.siyu.platform.ids.Id;
import io.siyu.platform.paging.Page;
import io.siyu.platform.paging.PageRequest;
import io.siyu.task.TaskScope.Seen;

import jakarta.enterprise.context.ApplicationScoped;

/** Looking at the queue. */
@ApplicationScoped
public class TaskService {
    private final TaskScope scope;
    private final TaskQueries queries;
    private final TaskRecipients recipients;

    public TaskService(TaskScope scope, TaskQueries queries, TaskRecipients recipients) {
        this.scope = scope;
        this.queries = queries;
        this.recipients = recipients;
    }

    /** By due time and priority. */
    public Page<TaskResponse> list(Id shop, boolean mine, TaskFilter filter, PageRequest page) {
        Long shopId = shop == null ? null : shop.value();
        return queries.list(TaskScope.branches(scope.members(shopId), mine), filter, page);
    }

    public TaskDetailResponse get(Id id) {
        Seen seen = scope.find(id.value());
        return new TaskDetailResponse(
                queries.get(seen.shopId(), seen.taskId()),
                recipients
                        .list(seen.shopId(), seen.taskId(), PageRequest.first())
                        .items());
    }
}
