package io.siyu.task;

import io.siyu.platform.problem.ErrorCode;
import io.siyu.staff.Caller;
import io.siyu.staff.Found;
import io.siyu.staff.Member;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Whose tasks a caller sees: staff their own and the pools, marketers and admins all of their shops. */
@ApplicationScoped
public class TaskScope {
    private final TaskRepository tasks;
    private final Caller caller;

    public TaskScope(TaskRepository tasks, Caller caller) {
        this.tasks = tasks;
        this.caller = caller;
    }

    /** Where a task is, and as whom the caller comes to it. */
    public record Seen(Member member, long taskId) {
        public long shopId() {
            return member.shopId();
        }
    }

    /** @throws io.siyu.platform.problem.ProblemException 404 for a task that the caller cannot see, whoever's it is */
    public Seen find(long taskId) {
        Found<Task> found = caller.find(shops -> tasks.findInAny(shops, taskId).orElseThrow(TaskScope::noSuchTask));
        Member member = found.member();
        if (member.isOnlyStaff() && !found.thing().concerns(member.staffId())) {
            throw noSuchTask();
        }
        return new Seen(member, taskId);
    }

    /** The caller in one shop, or in every shop where the caller may work on tasks. */
    public List<Member> members(Long shopId) {
        return shopId == null ? caller.members() : List.of(caller.member(shopId));
    }

    /** The parts of the queue that members see, each one range of an index. */
    static List<Branch> branches(Collection<Member> members, boolean mine) {
        List<Branch> branches = new ArrayList<>();
        for (Member member : members) {
            if (mine) {
                branches.add(Branch.assignedTo(member));
                branches.add(Branch.heldBy(member));
            } else if (member.isOnlyStaff()) {
                branches.add(Branch.assignedTo(member));
                branches.add(Branch.pool(member));
            } else {
                branches.add(Branch.shop(member));
            }
        }
        return branches;
    }

    /** What a caller can take from: own work and the pools, also for those who see more. */
    static List<Branch> claimable(Collection<Member> members) {
        List<Branch> branches = new ArrayList<>();
        for (Member member : members) {
            branches.add(Branch.assignedTo(member));
            branches.add(Branch.pool(member));
        }
        return branches;
    }

    /** A condition on tasks of a shop that no other branch of the same query meets as well. */
    record Branch(String condition, List<Object> params) {
        static Branch shop(Member member) {
            return new Branch("shop_id = ?", List.of(member.shopId()));
        }

        static Branch assignedTo(Member member) {
            return new Branch("shop_id = ? AND assignee_staff_id = ?", List.of(member.shopId(), member.staffId()));
        }

        static Branch pool(Member member) {
            return new Branch("shop_id = ? AND assignee_staff_id IS NULL", List.of(member.shopId()));
        }

        static Branch heldBy(Member member) {
            return new Branch(
                    "shop_id = ? AND holder_staff_id = ? AND (assignee_staff_id IS NULL OR assignee_staff_id <> ?)",
                    List.of(member.shopId(), member.staffId(), member.staffId()));
        }
    }

    private static RuntimeException noSuchTask() {
        return ErrorCode.NOT_FOUND.problem("There is no such task.");
    }
}
