package io.siyu.campaign;

public enum PreparationState {
    OPEN,
    DONE,
    NOT_NEEDED
}
