package io.siyu.campaign.change;

/** What became of a change. */
public enum ChangeStatus {
    /** It waits for its approvals; the campaign goes on by what was approved before. */
    PROPOSED,
    IN_EFFECT,
    WITHDRAWN,
    /** It can no longer be made: what it changes has gone out, a rule is in the way, or the campaign is over. */
    LAPSED
}
