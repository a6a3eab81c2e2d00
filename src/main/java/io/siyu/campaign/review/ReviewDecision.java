package io.siyu.campaign.review;

/** A member's latest decision counts. Asking for changes stands, whatever is revised, until that member approves. */
public enum ReviewDecision {
    APPROVE,
    REQUEST_CHANGES
}
