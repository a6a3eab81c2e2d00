package io.siyu.campaign.timeline;

/** What happened to a campaign, or was said about it. */
public enum TimelineKind {
    /** Subject: the status it came from; outcome: the one it came to. */
    TRANSITION,
    /** Outcome: the decision. */
    REVIEW,
    /** Subject: the objection; outcome: RAISED or RESOLVED. */
    OBJECTION,
    /** Subject: the item; outcome: its state. */
    PREPARATION,
    /** Subject: the round; outcome: HELD, ACKNOWLEDGED, ASKED or ANSWERED. */
    BRIEFING,
    /** Subject: the content revision's number. */
    REVISION,
    /** Subject: the change of a campaign that is under way; outcome: its status. */
    CHANGE,
    /** Subject: the post, if it is about one. */
    COMMENT,
    /** Subject: the other campaign; outcome: whether that is REPEATED by this one, or this one REPEATED_BY it. */
    REPETITION,
    /** Outcome: REFRESHED; text: why. */
    AUDIENCE
}
