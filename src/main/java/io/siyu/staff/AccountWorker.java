package io.siyu.staff;

import java.util.Objects;
import java.util.Optional;

/**
 * Who works for an account at an instant.
 *
 * @param ownerStaffId the account's owner, whose work it is
 * @param assigneeStaffId who has it; null is the shop's pool
 */
public record AccountWorker(long ownerStaffId, Long assigneeStaffId, Why why) {
    /** Why it is not, or is, the owner who has the work. */
    public enum Why {
        OWNER(null),
        OWNER_AWAY("负责人不在"),
        OWNER_NOT_HERE_YET("负责人尚未加入"),
        OWNER_GONE("负责人不再处理任务");

        private final String words;

        Why(String words) {
            this.words = words;
        }
    }

    public Optional<Long> staffId() {
        return Optional.ofNullable(assigneeStaffId);
    }

    /** Whom the work goes back to once that person works here; null where it is the owner's anyway. */
    public Long meantForStaffId() {
        return why == Why.OWNER ? null : (Long) ownerStaffId;
    }

    /** What the task's history says of it; null where the owner has it. */
    public String reason() {
        if (why == Why.OWNER) {
            return null;
        }
        return why.words + (assigneeStaffId == null ? "，转入店铺公共任务" : "，由替班处理");
    }

    /** Whether a task that has this assignee, and is meant for that person, need not be given anew. */
    public boolean has(Long assignee, Long meantFor) {
        return Objects.equals(assigneeStaffId, assignee) && Objects.equals(meantForStaffId(), meantFor);
    }
}
