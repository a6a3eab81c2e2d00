package io.siyu.platform.problem;

import java.util.List;

/** A refusal that the client is told of as application/problem+json. */
public class ProblemException extends RuntimeException {
    private final ErrorCode code;
    private final transient List<Violation> violations;

    ProblemException(ErrorCode code, String detail, List<Violation> violations) {
        super(detail);
        this.code = code;
        this.violations = List.copyOf(violations);
    }

    public ErrorCode code() {
        return code;
    }

    public List<Violation> violations() {
        return violations;
    }
}
