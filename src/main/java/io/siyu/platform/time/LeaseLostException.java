package io.siyu.platform.time;

/** The lease lapsed, or was handed over, and another worker goes on: this one has to stop. */
public final class LeaseLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public LeaseLostException() {
        super("Another worker has taken over");
    }
}
