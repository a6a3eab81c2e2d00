package io.siyu.campaign;

import io.siyu.platform.problem.ErrorCode;

import java.util.Optional;

/** DRAFT → REVIEW → PREPARING → READY → RUNNING → ENDED → CLOSED, or CANCELLED before ENDED. */
public enum CampaignStatus {
    DRAFT,
    REVIEW,
    PREPARING,
    READY,
    RUNNING,
    ENDED,
    CLOSED,
    CANCELLED;

    /** The one status that follows this one, none after CLOSED and CANCELLED. */
    public Optional<CampaignStatus> next() {
        return switch (this) {
            case DRAFT -> Optional.of(REVIEW);
            case REVIEW -> Optional.of(PREPARING);
            case PREPARING -> Optional.of(READY);
            case READY -> Optional.of(RUNNING);
            case RUNNING -> Optional.of(ENDED);
            case ENDED -> Optional.of(CLOSED);
            case CLOSED, CANCELLED -> Optional.empty();
        };
    }

    /** @throws io.siyu.platform.problem.ProblemException 409 unless a campaign of this status can come to that one */
    void requireStep(CampaignStatus to) {
        if (to == CANCELLED) {
            require(isBeforeEnd(), "A campaign that is " + this + " cannot be cancelled.");
        } else {
            require(next().equals(Optional.of(to)), "From " + this + " a campaign does not become " + to + ".");
        }
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

    /** RUNNING and ENDED come by the clock, never by hand. */
    public boolean comesByClock() {
        return this == RUNNING || this == ENDED;
    }

    public boolean isBeforeEnd() {
        return ordinal() < ENDED.ordinal();
    }

    public boolean isBeforeReady() {
        return ordinal() < READY.ordinal();
    }

    /** Its posts go out, or will. */
    public boolean isReadyOrRunning() {
        return this == READY || this == RUNNING;
    }
}
