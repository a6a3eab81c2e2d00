package io.siyu.order;

import io.siyu.platform.language.Language;
import io.siyu.platform.language.Wording;
import io.siyu.platform.problem.ProblemException;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Why something of the intake was not taken. It is stored as its code and parameters, and put into words for whoever
 * reads it.
 *
 * @param params what stands at the {0}, {1} … of the code's sentence
 */
public record Reason(ReasonCode code, List<String> params) implements Wording {
    private static final String SEPARATOR = "|";
    private static final Pattern PLACE = Pattern.compile("\\{(\\d)}");

    public Reason {
        params = List.copyOf(params);
        if (params.size() != code.paramCount()) {
            throw new IllegalArgumentException(code + " takes " + code.paramCount() + " parameters, not " + params);
        }
    }

    /**
     * What was stored before reasons had codes is told as it stands.
     *
     * @return null for null
     */
    public static Reason parse(String stored) {
        if (stored == null) {
            return null;
        }
        return ReasonCode.find(stored.split(Pattern.quote(SEPARATOR), 2)[0])
                .filter(code -> params(stored, code).size() == code.paramCount())
                .map(code -> new Reason(code, params(stored, code)))
                .orElseGet(() -> ReasonCode.AS_TOLD.with(stored));
    }

    /** Why a file is refused. */
    public static Reason of(ProblemException refusal) {
        return refusal.detail() instanceof Reason reason ? reason : ReasonCode.AS_TOLD.with(refusal.getMessage());
    }

    public String stored() {
        return params.isEmpty() ? code.name() : code + SEPARATOR + String.join(SEPARATOR, params);
    }

    @Override
    public String in(Language language) {
        return PLACE.matcher(code.sentence(language))
                .replaceAll(place -> Matcher.quoteReplacement(params.get(Integer.parseInt(place.group(1)))));
    }

    /** The last one may hold the separator. */
    private static List<String> params(String stored, ReasonCode code) {
        return stored.equals(code.name())
                ? List.of()
                : List.of(stored.substring(code.name().length() + 1)
                        .split(Pattern.quote(SEPARATOR), Math.max(1, code.paramCount())));
    }
}
