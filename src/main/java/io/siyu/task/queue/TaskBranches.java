package io.siyu.task.queue;

import io.siyu.platform.sql.SqlFragment;
import io.siyu.staff.caller.Member;
import io.siyu.task.TaskScope;

import jakarta.enterprise.context.ApplicationScoped;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The parts of a queue that a request asks for, among those that its caller sees: each one range of an index. */
@ApplicationScoped
class TaskBranches {
    List<SqlFragment> of(Collection<Member> members, TaskListRequest request) {
        List<SqlFragment> branches = new ArrayList<>();
        for (Member member : members) {
            for (SqlFragment branch : TaskScope.branches(member, request.mine, valueOf(request.staff))) {
                branches.add(narrowed(branch, member, request));
            }
        }
        return branches;
    }

    private static Long valueOf(io.siyu.platform.ids.Id id) {
        return id == null ? null : Long.valueOf(id.value());
    }

    private static SqlFragment narrowed(SqlFragment branch, Member member, TaskListRequest request) {
        SqlFragment narrow = branch;
        if (request.campaign != null) {
            narrow = narrow.add(" AND campaign_id = ?", request.campaign.value());
        }
        if (request.account != null) {
            narrow = narrow.add(" AND account_id = ?", request.account.value());
        }
        return request.day == null
                ? narrow
                : narrow.add(dueOn(request.day, member.shop().zone()));
    }

    /** What is due at midnight is due at the end of the day. */
    private static SqlFragment dueOn(LocalDate day, ZoneId zone) {
        return SqlFragment.of(
                " AND due_at > ? AND due_at <= ?",
                day.atStartOfDay(zone).toInstant(),
                day.plusDays(1).atStartOfDay(zone).toInstant());
    }
}
