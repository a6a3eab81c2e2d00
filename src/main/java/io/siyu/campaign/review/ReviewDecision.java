package io.siyu.campaign.review;

/** A member's latest decision on a revision counts. Asking for changes takes an approval back, an objection blocks. */
public enum ReviewDecision {
    APPROVE,
    REQUEST_CHANGES
}
