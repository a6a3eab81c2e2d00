package io.siyu.campaign.calendar;

/** Why a window gave way to another, or to a campaign. */
public enum AbsorptionReason {
    /** A cadence window with a day within five days of a node window. */
    NEAR_NODE,
    /** A node window that shares a day with the window of an earlier node. */
    NODE_OVERLAP,
    /** A window that shares a day with a campaign that a plan does not change. */
    CAMPAIGN_OVERLAP
}
