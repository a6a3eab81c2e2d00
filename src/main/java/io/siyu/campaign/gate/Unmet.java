package io.siyu.campaign.gate;

import io.siyu.platform.language.Language;
import io.siyu.platform.problem.Violation;

import java.util.function.Function;

/** One thing that keeps a campaign from a status. It is found once and can be said in each language. */
public record Unmet(String field, GateCode code, Function<Language, String> wording) {
    public static Unmet of(String field, GateCode code, String message) {
        return new Unmet(field, code, language -> message);
    }

    public Violation in(Language language) {
        return new Violation(field, code.name(), wording.apply(language));
    }
}
