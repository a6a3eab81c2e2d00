package io.siyu.task;

import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.ProblemException;
import io.siyu.staff.Staff;
import io.siyu.staff.StaffRepository;

/** Somebody else holds the task. */
class TaskTakenException extends RuntimeException {
    private final long shopId;
    private final long holderStaffId;

    TaskTakenException(long shopId, long holderStaffId) {
        super("Held by staff member " + holderStaffId);
        this.shopId = shopId;
        this.holderStaffId = holderStaffId;
    }

    /** 409 that names the holder. */
    ProblemException problem(StaffRepository staff) {
        String holder =
                staff.findIn(shopId, holderStaffId).map(Staff::displayName).orElse("Someone else");
        return ErrorCode.TASK_TAKEN.problem(holder + " holds this task.");
    }
}
