package io.siyu.task;

/** Somebody else holds the task. */
class TaskTakenException extends RuntimeException {
    private final long shopId;
    private final long holderStaffId;

    TaskTakenException(long shopId, long holderStaffId) {
        super("Held by staff member " + holderStaffId);
        this.shopId = shopId;
        this.holderStaffId = holderStaffId;
    }

    long shopId() {
        return shopId;
    }

    long holderStaffId() {
        return holderStaffId;
    }
}
