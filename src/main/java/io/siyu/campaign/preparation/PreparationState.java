package io.siyu.campaign.preparation;

public enum PreparationState {
    OPEN,
    DONE,
    NOT_NEEDED
}
