package io.siyu.campaign.gate;

/** What can keep a campaign from its next status. */
public enum GateCode {
    MECHANIC_MISSING,
    AUDIENCE_MISSING,
    AUDIENCE_EMPTY,
    POSTS_MISSING_DAY_1,
    POSTS_MISSING_DAY_2,
    POSTS_MISSING_DAY_3,
    POSTS_MISSING_DAY_4,
    POSTS_MISSING_DAY_5,
    POSTS_MISSING_DAY_6,
    POSTS_MISSING_DAY_7,
    POST_RULE_BROKEN,
    APPROVALS_MISSING,
    SERVICE_APPROVAL_MISSING,
    CHANGES_REQUESTED,
    OBJECTION_OPEN,
    PREPARATION_OPEN,
    PREPARATION_LATE,
    PREPARATION_UNOWNED,
    BRIEFING_ROUNDS_MISSING,
    BRIEFING_UNACKNOWLEDGED,
    BRIEFING_OUTDATED,
    SALES_WINDOW_OPEN,
    LESSONS_MISSING;

    /** @param dayNo 1 to 7 */
    public static GateCode postsMissing(int dayNo) {
        return valueOf("POSTS_MISSING_DAY_" + dayNo);
    }
}
