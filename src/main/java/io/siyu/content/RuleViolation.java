package io.siyu.content;

/**
 * A rule that a script or post breaks.
 *
 * @param field where: a field of the script, or {@code posts/<id>}
 */
public record RuleViolation(PostRule rule, Severity severity, String message, String field) {
    public static RuleViolation error(PostRule rule, String field, String message) {
        return new RuleViolation(rule, Severity.ERROR, message, field);
    }

    public static RuleViolation warn(PostRule rule, String field, String message) {
        return new RuleViolation(rule, Severity.WARN, message, field);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    public RuleViolation at(String otherField) {
        return new RuleViolation(rule, severity, message, otherField);
    }
}
