package io.siyu.content;

import io.siyu.platform.language.Language;
import io.siyu.platform.language.Wording;

/**
 * A rule that a script or post breaks.
 *
 * @param field where: a field of the script, {@code posts/<id>}, or the campaign's {@code offer}
 */
public record RuleViolation(PostRule rule, Severity severity, Wording wording, String field) {
    /** A sentence that is the same in every language. */
    private record Sentence(String text) implements Wording {
        @Override
        public String in(Language language) {
            return text;
        }
    }

    public static RuleViolation error(PostRule rule, String field, String message) {
        return error(rule, field, new Sentence(message));
    }

    /** @param wording equal to others that say the same, so that nothing is told twice */
    public static RuleViolation error(PostRule rule, String field, Wording wording) {
        return new RuleViolation(rule, Severity.ERROR, wording, field);
    }

    public static RuleViolation warn(PostRule rule, String field, String message) {
        return new RuleViolation(rule, Severity.WARN, new Sentence(message), field);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    public String message(Language language) {
        return wording.in(language);
    }

    public RuleViolation at(String otherField) {
        return new RuleViolation(rule, severity, wording, otherField);
    }
}
