package io.siyu.webhook.payload;

import io.siyu.order.Reason;
import io.siyu.order.ReasonCode;
import io.siyu.platform.language.Language;

/** A delivery cannot be read. The reason is shown to operators and holds nothing personal. */
public class UnreadableHookException extends RuntimeException {
    private final transient Reason reason;

    UnreadableHookException(ReasonCode code, Object... params) {
        this(code.with(params));
    }

    private UnreadableHookException(Reason reason) {
        super(reason.in(Language.ENGLISH));
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
