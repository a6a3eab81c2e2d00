package io.siyu.task.followup;

import io.siyu.follower.audience.AudienceLists;
import io.siyu.platform.ids.Id;
import io.siyu.platform.language.Wording;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.Violation;
import io.siyu.platform.sql.InLists;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.staff.caller.Member;
import io.siyu.task.Task;
import io.siyu.task.TaskChangeService;
import io.siyu.task.TaskKind;
import io.siyu.task.queue.TaskDetailResponse;
import io.siyu.task.queue.TaskService;
import io.siyu.task.recipient.TaskRecipients;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The holder of a follow-up puts those on its list who answered the post. Nobody comes onto it who is not to be written to
 * (R11, R17); whoever is at a limit does, and is shown so.
 */
@ApplicationScoped
public class FollowUpLists {
    private final TaskChangeService changes;
    private final TaskRecipients recipients;
    private final TaskService service;
    private final Sql sql;

    FollowUpLists(TaskChangeService changes, TaskRecipients recipients, TaskService service, Sql sql) {
        this.changes = changes;
        this.recipients = recipients;
        this.service = service;
        this.sql = sql;
    }

    /**
     * Who is on it already stays as told.
     *
     * @throws io.siyu.platform.problem.ProblemException 409 for a list that is not filled by hand, and for who does not hold
     *     it; 400 naming each who is not to be written to on its account
     */
    public TaskDetailResponse add(Id id, AddRecipientsRequest request) {
        changes.change(id, (by, task, now) -> {
            if (task.kind() != TaskKind.FOLLOW_UP) {
                throw ErrorCode.STATE_CONFLICT.problem(
                        Wording.of("Only the list of a follow-up is filled by hand.", "只有跟进私聊的名单由客服填写。"));
            }
            task.requireHolder(by.staffId(), "be filled");
            add(by, task, request.followerIds(), now);
            return Optional.empty();
        });
        return service.get(id);
    }

    private void add(Member by, Task task, List<Id> wanted, Instant now) {
        LocalDate day = LocalDate.ofInstant(now, by.shop().zone());
        List<Long> followers = wanted.stream().map(Id::value).distinct().toList();
        Set<Long> reachable = new HashSet<>(sql.list(
                SqlFragment.of(
                                "SELECT f.id FROM follower f WHERE f.shop_id = ? AND f.account_id = ?"
                                        + " AND f.status = 'ADDED' AND f.id IN (" + Sql.places(followers.size())
                                        + ") AND ",
                                InLists.params(
                                        followers, task.shopId(), task.origin().accountId()))
                        .add(AudienceLists.isNotHeldOutOn(day)),
                row -> row.longAt("id")));
        List<Violation> violations = wanted.stream()
                .filter(id -> !reachable.contains(id.value()))
                .map(id -> new Violation(
                        "followerIds[" + wanted.indexOf(id) + "]",
                        "NotReachable",
                        "No follower of this account who may be written to: not added, opted out, or held out."))
                .toList();
        if (!violations.isEmpty()) {
            throw ErrorCode.VALIDATION_FAILED.problem("Some are not to be written to.", violations);
        }
        recipients.addChosen(task.shopId(), task.id(), followers, day);
    }
}
