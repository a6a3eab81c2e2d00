package io.siyu.buyer.reveal;

/** In which way somebody came to see a contact in clear. */
public enum RevealKind {
    REVEAL,
    /** Together with all else that is known of the person. */
    EXPORT
}
