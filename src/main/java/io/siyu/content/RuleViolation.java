package io.siyu.content;

import io.siyu.platform.language.Language;
import io.siyu.platform.language.Wording;

/**
 * A rule that a script or post breaks.
 *
 * @param wording what is wrong and how to mend it; equal to others that say the same, so that nothing is told twice
 * @param field where: a field of the script, {@code posts/<id>}, or the campaign's {@code offer}
 */
public record RuleViolation(PostRule rule, Severity severity, Wording wording, String field) {
    /** A sentence in both languages. */
    private record Sentence(String english, String chinese) implements Wording {
        @Override
        public String in(Language language) {
            return switch (language) {
                case ENGLISH -> english;
                case CHINESE -> chinese;
            };
        }
    }

    public static RuleViolation error(PostRule rule, String field, String english, String chinese) {
        return error(rule, field, new Sentence(english, chinese));
    }

    public static RuleViolation error(PostRule rule, String field, Wording wording) {
        return new RuleViolation(rule, Severity.ERROR, wording, field);
    }

    public static RuleViolation warn(PostRule rule, String field, String english, String chinese) {
        return new RuleViolation(rule, Severity.WARN, new Sentence(english, chinese), field);
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
