package io.siyu.campaign;

import io.siyu.platform.problem.ErrorCode;

import java.util.Optional;

/**
 * DRAFT → REVIEW → PREPARING → READY → RUNNING → ENDED → CLOSED, or CANCELLED before ENDED. RUNNING may be PAUSED and go
 * on; READY may go back to REVIEW.
 */
public enum CampaignStatus {
    DRAFT,
    REVIEW,
    PREPARING,
    READY,
    RUNNING,
    PAUSED,
    ENDED,
    CLOSED,
    CANCELLED;

    /** The status that follows this one if nothing is in the way, none after CLOSED and CANCELLED. */
    public Optional<CampaignStatus> next() {
        return switch (this) {
            case DRAFT -> Optional.of(REVIEW);
            case REVIEW -> Optional.of(PREPARING);
            case PREPARING -> Optional.of(READY);
            case READY -> Optional.of(RUNNING);
            case RUNNING -> Optional.of(ENDED);
            case PAUSED -> Optional.of(RUNNING);
            case ENDED -> Optional.of(CLOSED);
            case CLOSED, CANCELLED -> Optional.empty();
        };
    }

    /** @throws io.siyu.platform.problem.ProblemException 409 unless a campaign of this status can come to that one */
    void requireStep(CampaignStatus to) {
        if (to == CANCELLED) {
            require(isBeforeEnd(), "A campaign that is " + this + " cannot be cancelled.");
        } else {
            require(
                    next().equals(Optional.of(to)) || isSidestep(to),
                    "From " + this + " a campaign does not become " + to + ".");
        }
    }

    /** Steps beside the straight way. A pause does not prolong its days. */
    private boolean isSidestep(CampaignStatus to) {
        return this == READY && to == REVIEW || this == RUNNING && to == PAUSED || this == PAUSED && to == ENDED;
    }

    /** @throws io.siyu.platform.problem.ProblemException 409 once it runs, and when it was cancelled */
    void requireEditable() {
        require(isBeforeReady() || this == READY, "A campaign that is " + this + " is not edited.");
    }

    private static void require(boolean allowed, String otherwise) {
        if (!allowed) {
            throw ErrorCode.STATE_CONFLICT.problem(otherwise);
        }
    }

    /** ENDED always comes by the clock, RUNNING unless it was PAUSED. */
    public boolean isLeftToClock(CampaignStatus to) {
        return to == ENDED || to == RUNNING && this != PAUSED;
    }

    public boolean isBeforeEnd() {
        return ordinal() < ENDED.ordinal();
    }

    public boolean isBeforeReady() {
        return ordinal() < READY.ordinal();
    }

    /** Its first day has begun and its last is not over, be it PAUSED. */
    public boolean isUnderWay() {
        return this == RUNNING || this == PAUSED;
    }

    /** Its posts go out, or will. */
    public boolean isReadyOrUnderWay() {
        return this == READY || isUnderWay();
    }
}
