package io.siyu.campaign.duty;

/** What somebody owes a campaign before it can go on. */
public enum DutyKind {
    /** To get an item of the preparation list done. */
    PREPARE,
    /** To decide on the latest content revision. */
    REVIEW,
    /** To acknowledge a briefing round. */
    ACKNOWLEDGE
}
