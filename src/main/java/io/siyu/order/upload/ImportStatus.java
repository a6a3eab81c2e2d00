package io.siyu.order.intake;

public enum ImportStatus {
    QUEUED,
    RUNNING,
    DONE,
    FAILED;

    boolean isOver() {
        return this == DONE || this == FAILED;
    }
}
