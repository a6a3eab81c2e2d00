package io.siyu.campaign.plan.window;

import io.siyu.campaign.Campaign;

/** Why a plan leaves a campaign as it is. */
public enum WhyUntouchable {
    /** Somebody drafted it without a plan. */
    MADE_BY_HAND,
    /** A planned draft that somebody has worked on. */
    EDITED,
    /** In review or beyond. */
    UNDER_WAY,
    /** ENDED or CLOSED. */
    OVER,
    /** It takes up no days either: a plan may draft another one there. */
    CANCELLED,
    /** Its first day is over. */
    BEGUN,
    /** A planned draft of which a day lies outside the range that is planned. */
    OUTSIDE_RANGE;

    /** Of a campaign that is no untouched draft. */
    static WhyUntouchable of(Campaign campaign) {
        return switch (campaign.status()) {
            case DRAFT -> ofDraft(campaign);
            case REVIEW, PREPARING, READY, RUNNING, PAUSED -> UNDER_WAY;
            case ENDED, CLOSED -> OVER;
            case CANCELLED -> CANCELLED;
        };
    }

    private static WhyUntouchable ofDraft(Campaign draft) {
        if (draft.hasMissedStart()) {
            return BEGUN;
        }
        return draft.source() == null ? MADE_BY_HAND : EDITED;
    }
}
