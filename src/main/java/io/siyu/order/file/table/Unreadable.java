package io.siyu.order.file.table;

import io.siyu.order.ReasonCode;
import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.ProblemException;

/** What is said of a file that is refused as a whole. */
public final class Unreadable {
    private Unreadable() {}

    public static ProblemException because(ReasonCode reason, Object... params) {
        return ErrorCode.UNKNOWN_FORMAT.problem("file", "Unreadable", reason.with(params));
    }
}
