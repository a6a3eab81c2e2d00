package io.siyu.order.hook.payload;

/** A delivery cannot be read. The message is shown to operators and holds nothing personal. */
public class UnreadableHookException extends RuntimeException {
    UnreadableHookException(String reason) {
        super(reason);
    }
}
