package io.siyu.campaign.calendar;

/** Why a campaign window is in the plan: the shop's cadence or a marketing node. */
public enum WindowSource {
    CADENCE,
    NODE
}
