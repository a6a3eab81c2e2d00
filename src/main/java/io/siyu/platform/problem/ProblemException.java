package io.siyu.platform.problem;

import io.siyu.platform.language.Language;
import io.siyu.platform.language.Wording;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** A refusal that the client is told of as application/problem+json. */
public class ProblemException extends RuntimeException {
    private final ErrorCode code;
    private final transient Wording detail;
    private final transient Function<Language, List<Violation>> violations;
    private Duration retryAfter;

    ProblemException(ErrorCode code, String detail, List<Violation> violations) {
        this(code, language -> detail, language -> violations);
    }

    ProblemException(ErrorCode code, Wording detail, Function<Language, List<Violation>> violations) {
        super(detail.in(Language.ENGLISH));
        this.code = code;
        this.detail = detail;
        this.violations = violations;
    }

    /** @param time after which the same can be asked again; told in whole seconds, rounded up */
    public ProblemException retryAfter(Duration time) {
        retryAfter = time;
        return this;
    }

    public Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }

    public ErrorCode code() {
        return code;
    }

    public Wording detail() {
        return detail;
    }

    public List<Violation> violations(Language language) {
        return List.copyOf(violations.apply(language));
    }
}
