package io.siyu.task;

/** Somebody else holds the task. */
class TaskTakenException extends RuntimeException {
    private final long holderStaffId;

    TaskTakenException(long holderStaffId) {
        super("Held by staff member " + holderStaffId);
        this.holderStaffId = holderStaffId;
    }

    long holderStaffId() {
        return holderStaffId;
    }
}
