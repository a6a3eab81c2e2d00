package io.siyu.campaign.daily;

/** Whether a plan posts. */
public enum DailyPlanStatus {
    ACTIVE,
    /** What it had planned is withdrawn until it goes on. */
    PAUSED,
    /** For good. */
    ENDED
}
