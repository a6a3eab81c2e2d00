package io.siyu.feedback;

/** What came of a feedback (R16); each names its object: an answer its text, a rejection its reason, the others a thing. */
public enum FeedbackOutcome {
    ANSWERED,
    BECAME_MATERIAL,
    SCRIPT_REVISED,
    CAMPAIGN_CHANGED,
    REJECTED
}
