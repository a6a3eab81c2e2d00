package io.siyu.order.intake;

/** The lease lapsed and another worker goes on with the import: this one has to stop. */
final class LaneLostException extends RuntimeException {
    LaneLostException() {
        super("Another worker has taken over");
    }
}
