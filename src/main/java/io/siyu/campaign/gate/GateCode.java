package io.siyu.campaign.gate;

/** What can keep a campaign from its next status. */
public enum GateCode {
    MECHANIC_MISSING,
    AUDIENCE_MISSING,
    POSTS_MISSING_DAY_1,
    POSTS_MISSING_DAY_2,
    POSTS_MISSING_DAY_3,
    POST_RULE_BROKEN,
    APPROVALS_MISSING,
    OBJECTION_OPEN,
    PREPARATION_OPEN,
    PREPARATION_LATE,
    BRIEFING_ROUNDS_MISSING,
    BRIEFING_UNACKNOWLEDGED,
    LESSONS_MISSING;

    public static GateCode postsMissing(int dayNo) {
        return switch (dayNo) {
            case 1 -> POSTS_MISSING_DAY_1;
            case 2 -> POSTS_MISSING_DAY_2;
            case 3 -> POSTS_MISSING_DAY_3;
            default -> throw new IllegalArgumentException("day " + dayNo + " of a campaign");
        };
    }
}
