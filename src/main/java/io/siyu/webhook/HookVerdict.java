package io.siyu.webhook;

import io.siyu.order.Reason;

/**
 * What became of a delivery this time.
 *
 * @param orderNo null where it is about no known order
 * @param reason without anything personal; null where there is nothing to say
 */
public record HookVerdict(Kind kind, String orderNo, Reason reason) {
    public enum Kind {
        DONE,
        IGNORED,
        FAILED,
        /** To be tried again later, until its attempts are used up. */
        LATER
    }

    /** @param note what somebody should know of it; null for nothing */
    public static HookVerdict done(String orderNo, Reason note) {
        return new HookVerdict(Kind.DONE, orderNo, note);
    }

    public static HookVerdict ignored(Reason reason) {
        return new HookVerdict(Kind.IGNORED, null, reason);
    }

    public static HookVerdict failed(Reason reason) {
        return new HookVerdict(Kind.FAILED, null, reason);
    }

    public static HookVerdict later(Reason reason) {
        return new HookVerdict(Kind.LATER, null, reason);
    }
}
