package io.siyu.follower.audience;

/** What a follower of a campaign's audience is in it. */
public enum AudienceState {
    /** Gets what the campaign sends. */
    INCLUDED,
    /** Gets none of it in private, to be compared with. */
    HELD_OUT,
    /** Is not in it; the reason says why. */
    LEFT_OUT
}
