package io.siyu.campaign.plan;

/** Why a window gave way to another. */
public enum AbsorptionReason {
    /** A cadence window with a day within five days of a node window. */
    NEAR_NODE,
    /** A node window that shares a day with the window of an earlier node. */
    NODE_OVERLAP
}
