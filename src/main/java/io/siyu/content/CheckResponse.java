package io.siyu.content;

import io.siyu.platform.language.Language;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

import java.util.List;

/** What a check found; empty when all is well. */
public record CheckResponse(List<Found> violations) {
    /** A broken rule in the reader's language. */
    @Schema(name = "RuleViolation")
    public record Found(PostRule rule, Severity severity, String message, String field) {
        public boolean isError() {
            return severity == Severity.ERROR;
        }
    }

    public static CheckResponse from(List<RuleViolation> violations, Language language) {
        return new CheckResponse(violations.stream()
                .map(violation -> new Found(
                        violation.rule(), violation.severity(), violation.message(language), violation.field()))
                .toList());
    }
}
