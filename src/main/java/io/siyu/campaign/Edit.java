package io.siyu.campaign;

/** What an edit of a campaign came to. */
public enum Edit {
    NOTHING,
    /** A name, a priority, a target: nobody is asked for approval anew. */
    BESIDE_CONTENT,
    /** What followers would see or get: a content revision, to be approved anew. */
    CONTENT
}
