package io.siyu.follower.audience;

/** Why a follower whom a campaign is for is not in it (R9); the first that holds is told. */
public enum LeftOutReason {
    OPTED_OUT,
    NOT_ADDED,
    NO_ACTIVE_ACCOUNT,
    /** Another campaign holds him out while its sales are counted. */
    HELD_OUT_ELSEWHERE,
    /** On each day on which he would get something his limits of 7 or 30 days are used up. */
    REACH_LIMIT,
    /** A campaign that goes before this one writes to him on one of its days. */
    OTHER_CAMPAIGN
}
