package io.siyu.campaign.change;

/** What is changed in a campaign that is under way. */
public enum ChangeKind {
    /** A post goes out at another time, or on another day. */
    SHIFT,
    /** Two posts take each other's times. */
    SWAP,
    /** A post is for more of the campaign's followers. */
    WIDEN,
    /** A post is for fewer of them. */
    NARROW,
    /** A post takes another script, or another version of its own. */
    REWRITE,
    ADD,
    DROP;

    /** Whether others get the post than before. */
    boolean changesAudience() {
        return switch (this) {
            case WIDEN, NARROW, ADD, DROP -> true;
            case SHIFT, SWAP, REWRITE -> false;
        };
    }
}
