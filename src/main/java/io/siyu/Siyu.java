package io.siyu;

/** Starts the service. */
public final class Siyu {
    private Siyu() {}
}
