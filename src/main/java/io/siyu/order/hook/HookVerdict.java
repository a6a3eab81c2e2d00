package io.siyu.order.hook;

/**
 * What became of a delivery this time.
 *
 * @param orderNo null where it is about no known order
 * @param reason without anything personal; null where all is well
 */
record HookVerdict(Kind kind, String orderNo, String reason) {
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

    static HookVerdict ignored(String reason) {
        return new HookVerdict(Kind.IGNORED, null, reason);
    }

    static HookVerdict failed(String reason) {
        return new HookVerdict(Kind.FAILED, null, reason);
    }

    static HookVerdict later(String reason) {
        return new HookVerdict(Kind.LATER, null, reason);
    }
}
