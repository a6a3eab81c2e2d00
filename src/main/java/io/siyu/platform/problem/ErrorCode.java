package io.siyu.platform.problem;

import io.siyu.platform.language.Language;
import io.siyu.platform.language.Wording;

import java.util.List;
import java.util.function.Function;

/** Every kind of refusal, with its HTTP status and its title. */
public enum ErrorCode {
    MALFORMED_REQUEST(400, "The request cannot be read"),
    VALIDATION_FAILED(400, "The request breaks a rule"),
    UNKNOWN_FORMAT(400, "No known file format"),
    UNAUTHENTICATED(401, "Log in first"),
    FORBIDDEN(403, "Not allowed for your role"),
    NOT_FOUND(404, "Not found"),
    METHOD_NOT_ALLOWED(405, "This method is not offered here"),
    NOT_ACCEPTABLE(406, "The asked media type is not offered here"),
    REQUEST_TIMEOUT(408, "The request took too long to arrive"),
    CONFLICT(409, "In conflict with what is there"),
    IN_PROGRESS(409, "Being worked on already"),
    STATE_CONFLICT(409, "Not possible in this state"),
    GATE_UNMET(409, "A gate is not met"),
    CONTACT_LIMIT(409, "At the limit of contacts"),
    TASK_TAKEN(409, "Someone else has this task"),
    CAMPAIGN_PAUSED(409, "The campaign is paused"),
    ANSWER_ERASED(410, "The answer was erased together with a person"),
    STALE_VERSION(412, "Changed by someone else since you read it"),
    TOO_LARGE(413, "Too large"),
    URI_TOO_LONG(414, "The address is too long"),
    UNSUPPORTED_MEDIA(415, "This media type is not accepted here"),
    UNPROCESSABLE(422, "Understood, but not possible"),
    IDEMPOTENCY_KEY_REUSED(422, "This Idempotency-Key was used for another request"),
    VERSION_REQUIRED(428, "Send If-Match with the version that you read"),
    TOO_MANY_REQUESTS(429, "Too many requests"),
    HEADERS_TOO_LARGE(431, "The headers are too large"),
    INTERNAL(500, "Something went wrong on our side"),
    UNAVAILABLE(503, "Not available just now"),
    DATABASE_UNAVAILABLE(503, "The database is not available just now"),
    LOGIN_UNAVAILABLE(503, "The login is not available just now"),
    INSUFFICIENT_STORAGE(507, "No room left to store it");

    private final int status;
    private final String title;

    ErrorCode(int status, String title) {
        this.status = status;
        this.title = title;
    }

    public int status() {
        return status;
    }

    public String title() {
        return title;
    }

    public ProblemException problem(String detail) {
        return problem(detail, List.of());
    }

    public ProblemException problem(String detail, List<Violation> violations) {
        return new ProblemException(this, detail, violations);
    }

    /** A refusal that is told in the client's language. */
    public ProblemException problem(Wording detail) {
        return problem(detail, language -> List.of());
    }

    public ProblemException problem(Wording detail, Function<Language, List<Violation>> violations) {
        return new ProblemException(this, detail, violations);
    }

    public ProblemException problem(String field, String code, Wording message) {
        return problem(message, language -> List.of(new Violation(field, code, message.in(language))));
    }

    /** A refusal because of one field. */
    public ProblemException problem(String field, String code, String message) {
        return problem(message, List.of(new Violation(field, code, message)));
    }

    /** The code that stands for a status which the framework chose. */
    static ErrorCode ofStatus(int status) {
        for (ErrorCode code : values()) {
            if (code.status == status) {
                return code;
            }
        }
        return status >= 500 ? INTERNAL : MALFORMED_REQUEST;
    }
}
