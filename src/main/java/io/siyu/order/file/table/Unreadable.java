package io.siyu.order.file.table;

import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.ProblemException;

/** What is said of a file that is refused as a whole. */
final class Unreadable {
    private Unreadable() {}

    static ProblemException because(String reason) {
        return ErrorCode.UNKNOWN_FORMAT.problem("file", "Unreadable", reason);
    }
}
