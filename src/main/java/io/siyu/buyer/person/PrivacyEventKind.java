package io.siyu.buyer.person;

/** What can be done with a person's data, and is remembered with who did it. */
public enum PrivacyEventKind {
    EXPORT,
    OPT_OUT,
    ERASURE
}
