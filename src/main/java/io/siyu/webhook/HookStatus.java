package io.siyu.webhook;

/** What became of a delivery. */
public enum HookStatus {
    /** Stored, and waiting for its turn or for another try. */
    RECEIVED,
    DONE,
    /** Not about an order, or only a test. */
    IGNORED,
    /** Could not be read, or not be used in all its attempts. */
    FAILED
}
