package io.siyu.order.upload;

public enum ImportStatus {
    QUEUED,
    RUNNING,
    DONE,
    FAILED;

    boolean isOver() {
        return this == DONE || this == FAILED;
    }
}
