package io.siyu.task.work;

import io.siyu.campaign.lifecycle.PausedCampaigns;
import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.ProblemException;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.staff.StaffRepository;
import io.siyu.staff.caller.Member;
import io.siyu.task.Task;
import io.siyu.task.TaskChangeService;
import io.siyu.task.TaskChangeService.Step;
import io.siyu.task.TaskConfig;
import io.siyu.task.TaskEventType;
import io.siyu.task.TaskScope;
import io.siyu.task.queue.TaskQueries;
import io.siyu.task.queue.TaskQueue.Key;
import io.siyu.task.queue.TaskResponse;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who works on which task now. */
@ApplicationScoped
class TaskClaimService {
    /** How often the queue is looked at again when others took what was seen in it. */
    private static final int ROUNDS = 3;

    private static final Set<ErrorCode> LOST_TO_ANOTHER =
            EnumSet.of(ErrorCode.TASK_TAKEN, ErrorCode.STATE_CONFLICT, ErrorCode.NOT_FOUND, ErrorCode.CAMPAIGN_PAUSED);

    private final TaskScope scope;
    private final TaskChangeService changes;
    private final TaskQueries queries;
    private final StaffRepository staff;
    private final PausedCampaigns paused;
    private final TaskConfig config;

    TaskClaimService(
            TaskScope scope,
            TaskChangeService changes,
            TaskQueries queries,
            StaffRepository staff,
            PausedCampaigns paused,
            TaskConfig config) {
        this.paused = paused;
        this.scope = scope;
        this.changes = changes;
        this.queries = queries;
        this.staff = staff;
        this.config = config;
    }

    /** @throws io.siyu.platform.problem.ProblemException 409 if it is held, by whomever, or is not open */
    TaskResponse claim(Id id) {
        Member member = changes.change(id, this::claim);
        return queries.get(member.shopId(), id.value());
    }

    private Optional<Step> claim(Member by, Task task, Instant now) {
        staff.requireActive(by.shopId(), by.staffId());
        if (isFreshlyHeld(by, task, now)) {
            return Optional.empty();
        }
        requireGoing(task);
        task.claim(by.staffId(), now, config.lease());
        return Optional.of(new Step(TaskEventType.CLAIMED, null));
    }

    /** Of the next ones each is given out once, also to somebody who asks from two screens at a time. */
    private Optional<Step> claimUnheld(Member by, Task task, Instant now) {
        if (task.isHeldAt(now)) {
            throw ErrorCode.STATE_CONFLICT.problem("Somebody holds it already.");
        }
        return claim(by, task, now);
    }

    /** Taken again by its holder it is kept for longer, once a third of the lease is gone. */
    private boolean isFreshlyHeld(Member by, Task task, Instant now) {
        return task.isHeldBy(by.staffId())
                && task.leaseUntil()
                        .filter(until -> until.isAfter(
                                now.plus(config.lease()).minus(config.lease().dividedBy(3))))
                        .isPresent();
    }

    private void requireGoing(Task task) {
        Long campaign = task.origin().campaignId();
        if (campaign != null && paused.contains(task.shopId(), campaign)) {
            throw ErrorCode.CAMPAIGN_PAUSED.problem("Its campaign is paused; nobody takes it until that goes on.");
        }
    }

    /** @throws io.siyu.platform.problem.ProblemException 409 if the caller does not hold it */
    TaskResponse giveBack(Id id) {
        Member member = changes.change(id, (by, task, now) -> {
            task.giveBack(by.staffId());
            return Optional.of(new Step(TaskEventType.GIVEN_BACK, null));
        });
        return queries.get(member.shopId(), id.value());
    }

    /** Claims the most urgent open tasks that are the caller's own or the pool's; fewer if there are no more. */
    List<TaskResponse> claimNext(ClaimTasksRequest request) {
        Map<Long, Member> members =
                scope.members(request.shop()).stream().collect(Collectors.toMap(Member::shopId, Function.identity()));
        List<SqlFragment> takeable = takeable(members);
        List<Key> claimed = new ArrayList<>();
        for (int round = 0; round < ROUNDS && claimed.size() < request.limit(); round++) {
            List<Key> open = queries.listTakeable(takeable, request.kinds(), request.limit() - claimed.size());
            if (open.isEmpty()) {
                break;
            }
            open.stream()
                    .filter(key -> tryClaim(members.get(key.shopId()), key.taskId()))
                    .forEach(claimed::add);
        }
        return queries.list(claimed);
    }

    /** Without the tasks of paused campaigns, behind which others would not be seen. */
    private List<SqlFragment> takeable(Map<Long, Member> members) {
        List<SqlFragment> all = TaskScope.claimable(members.values());
        List<Long> waiting = paused.listOf(members.keySet());
        if (waiting.isEmpty()) {
            return all;
        }
        SqlFragment going = SqlFragment.named(
                " AND (campaign_id IS NULL OR campaign_id NOT IN (:waiting))", Map.of("waiting", waiting));
        return all.stream().map(branch -> branch.add(going)).toList();
    }

    private boolean tryClaim(Member member, long taskId) {
        try {
            changes.change(member, taskId, this::claimUnheld);
            return true;
        } catch (ProblemException e) {
            if (LOST_TO_ANOTHER.contains(e.code())) {
                return false;
            }
            throw e;
        }
    }
}
