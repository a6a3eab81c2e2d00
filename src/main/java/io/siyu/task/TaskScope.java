package io.siyu.task;

import io.siyu.platform.ids.Id;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.staff.caller.Caller;
import io.siyu.staff.caller.Found;
import io.siyu.staff.caller.Member;

import jakarta.enterprise.context.ApplicationScoped;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Whose tasks a caller sees: staff their own and the pools, marketers and admins all of their shops. */
@ApplicationScoped
public class TaskScope {
    private final TaskRepository tasks;
    private final Caller caller;
    private final TaskLeases leases;

    TaskScope(TaskRepository tasks, Caller caller, TaskLeases leases) {
        this.tasks = tasks;
        this.caller = caller;
        this.leases = leases;
    }

    /** @throws io.siyu.platform.problem.ProblemException 404 for a task that the caller cannot see, whoever's it is */
    public Found<Task> find(Id id) {
        return seen(caller.find(shops -> tasks.findInAny(shops, id.value()).orElseThrow(TaskScope::noSuchTask)));
    }

    /** As {@link #find}, for nobody else to change before the transaction is over. */
    Found<Task> lock(Id id) {
        return seen(caller.find(shops -> tasks.lockInAny(shops, id.value()).orElseThrow(TaskScope::noSuchTask)));
    }

    /**
     * As {@link #find}, also for who had it once: what was done then can be told though the task is somebody else's now.
     */
    public Found<Task> findReported(Id id) {
        return reported(caller.find(shops -> tasks.findInAny(shops, id.value()).orElseThrow(TaskScope::noSuchTask)));
    }

    /** As {@link #findReported}, for nobody else to change before the transaction is over. */
    Found<Task> lockReported(Id id) {
        return reported(caller.find(shops -> tasks.lockInAny(shops, id.value()).orElseThrow(TaskScope::noSuchTask)));
    }

    /**
     * A task of the member's queue, for nobody else to change before the transaction is over.
     *
     * @throws io.siyu.platform.problem.ProblemException 404 for one that was made somebody else's work meanwhile
     */
    Found<Task> lock(Member member, long taskId) {
        Task task = tasks.lockInAny(List.of(member.shopId()), taskId)
                .filter(found -> found.concerns(member.staffId()))
                .orElseThrow(TaskScope::noSuchTask);
        return new Found<>(member, task);
    }

    /** As {@link #find}, of a shop in which the member is known already, for nobody else to change meanwhile. */
    Found<Task> lockSeen(Member member, long taskId) {
        Task task = tasks.lockInAny(List.of(member.shopId()), taskId).orElseThrow(TaskScope::noSuchTask);
        return seen(new Found<>(member, task));
    }

    /** The caller in one shop, or, without one, in every shop where the caller may work on tasks. */
    public List<Member> members(Id shop) {
        return shop == null ? caller.members() : List.of(caller.member(shop));
    }

    private static Found<Task> seen(Found<Task> found) {
        if (!sees(found.member(), found.thing())) {
            throw noSuchTask();
        }
        return found;
    }

    private Found<Task> reported(Found<Task> found) {
        Task task = found.thing();
        Member member = found.member();
        if (!sees(member, task)
                && leases.of(task.shopId(), task.id(), member.staffId()).isEmpty()) {
            throw noSuchTask();
        }
        return found;
    }

    private static boolean sees(Member member, Task task) {
        return !member.isOnlyStaff() || task.concerns(member.staffId());
    }

    /**
     * The parts of the queue that members see, each one range of an index: conditions on tasks of a shop, of which a task
     * meets one at most.
     *
     * @param staff whose work it is or who holds it; null for no matter whose
     */
    public static List<SqlFragment> branches(Member member, boolean mine, Long staff) {
        if (mine) {
            boolean isOther = staff != null && staff != member.staffId();
            return isOther ? List.of() : List.of(assignedTo(member), heldBy(member));
        }
        if (staff != null) {
            return ofStaff(member, staff);
        }
        return member.isOnlyStaff() ? List.of(assignedTo(member), pool(member)) : List.of(ofShop(member));
    }

    /** What somebody has to do or does: staff see that of nobody but themselves. */
    private static List<SqlFragment> ofStaff(Member member, long staff) {
        if (member.isOnlyStaff() && member.staffId() != staff) {
            return List.of();
        }
        return List.of(assignedTo(member.shopId(), staff), heldBy(member.shopId(), staff));
    }

    /** What a caller can take from: own work and the pools, also for those who see more. */
    public static List<SqlFragment> claimable(Collection<Member> members) {
        List<SqlFragment> branches = new ArrayList<>();
        for (Member member : members) {
            branches.add(assignedTo(member));
            branches.add(pool(member));
        }
        return branches;
    }

    private static SqlFragment ofShop(Member member) {
        return SqlFragment.of("shop_id = ?", member.shopId());
    }

    private static SqlFragment assignedTo(Member member) {
        return assignedTo(member.shopId(), member.staffId());
    }

    private static SqlFragment assignedTo(long shopId, long staff) {
        return SqlFragment.of("shop_id = ? AND assignee_staff_id = ?", shopId, staff);
    }

    private static SqlFragment pool(Member member) {
        return SqlFragment.of("shop_id = ? AND assignee_staff_id IS NULL", member.shopId());
    }

    private static SqlFragment heldBy(Member member) {
        return heldBy(member.shopId(), member.staffId());
    }

    private static SqlFragment heldBy(long shopId, long staff) {
        return SqlFragment.of(
                "shop_id = ? AND holder_staff_id = ? AND (assignee_staff_id IS NULL OR assignee_staff_id <> ?)",
                shopId,
                staff,
                staff);
    }

    private static RuntimeException noSuchTask() {
        return ErrorCode.NOT_FOUND.problem("There is no such task.");
    }
}
