package io.siyu.order.hook;

import io.siyu.order.Reason;

/**
 * What became of a delivery this time.
 *
 * @param orderNo null where it is about no known order
 * @param reason without anything personal; null where all is well
 */
record HookVerdict(Kind kind, String orderNo, Reason reason) {
    enum Kind {
        DONE,
        IGNORED,
        FAILED,
        /** To be tried again later, until its attempts are used up. */
        LATER
    }

    static HookVerdict done(String orderNo) {
        return new HookVerdict(Kind.DONE, orderNo, null);
    }

    static HookVerdict ignored(Reason reason) {
        return new HookVerdict(Kind.IGNORED, null, reason);
    }

    static HookVerdict failed(Reason reason) {
        return new HookVerdict(Kind.FAILED, null, reason);
    }

    static HookVerdict later(Reason reason) {
        return new HookVerdict(Kind.LATER, null, reason);
    }
}
