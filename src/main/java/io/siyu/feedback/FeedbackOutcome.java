package io.siyu.feedback;

/** What came of a feedback; a rejection carries its reason. */
public enum FeedbackOutcome {
    ANSWERED,
    BECAME_MATERIAL,
    SCRIPT_REVISED,
    CAMPAIGN_CHANGED,
    REJECTED
}
