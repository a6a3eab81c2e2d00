package io.siyu.follower.audience;

import java.util.List;

/** What a refresh of an audience changes, or would. */
public record RefreshResponse(boolean dryRun, long added, long left, long moved, List<AudienceChange> changes) {
    /** What happens to a follower by a refresh. */
    public enum AudienceChangeKind {
        /** The campaign is for him now. */
        ADDED,
        /** The campaign is for him no more. */
        LEFT,
        /** He is something else in it. */
        CHANGED,
        /** He is listed by another account. */
        MOVED
    }

    /** How a follower stands in an audience: in it, held out, or left out for a reason. */
    public enum AudienceStanding {
        INCLUDED,
        HELD_OUT,
        OPTED_OUT,
        NOT_ADDED,
        NO_ACTIVE_ACCOUNT,
        HELD_OUT_ELSEWHERE,
        REACH_LIMIT,
        OTHER_CAMPAIGN;

        boolean isLeftOut() {
            return this != INCLUDED && this != HELD_OUT;
        }
    }

    /**
     * How many change in one way.
     *
     * @param from null for who is added
     * @param to null for who leaves
     */
    public record AudienceChange(AudienceChangeKind kind, AudienceStanding from, AudienceStanding to, long followers) {}
}
