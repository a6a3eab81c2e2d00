package io.siyu.staff.group;

/** Whether a group chat is still posted to. */
public enum GroupStatus {
    ACTIVE,
    CLOSED
}
