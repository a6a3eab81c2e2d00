package io.siyu.content;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Copy with variables in it. */
public record CopyText(String text) {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{\\s*([^{}]*?)\\s*}}");
    private static final Pattern STRAY_BRACES = Pattern.compile("\\{\\{|}}");

    public CopyText {
        text = Objects.requireNonNullElse(text, "");
    }

    /** The variables in it that exist. */
    public Set<CopyVariable> variables() {
        Set<CopyVariable> found = EnumSet.noneOf(CopyVariable.class);
        Matcher matcher = VARIABLE.matcher(text);
        while (matcher.find()) {
            CopyVariable.findByName(matcher.group(1)).ifPresent(found::add);
        }
        return found;
    }

    /** What looks like a variable and is none: unknown names as written, and braces that do not close. */
    public List<String> unknownVariables() {
        List<String> unknown = new ArrayList<>();
        Matcher matcher = VARIABLE.matcher(text);
        while (matcher.find()) {
            if (CopyVariable.findByName(matcher.group(1)).isEmpty()) {
                unknown.add(matcher.group());
            }
        }
        Matcher stray = STRAY_BRACES.matcher(VARIABLE.matcher(text).replaceAll(""));
        while (stray.find()) {
            unknown.add(stray.group());
        }
        return unknown;
    }

    /** The copy with the given values in place; a variable without a value stays as it is written. */
    public String render(Map<CopyVariable, String> values) {
        return VARIABLE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        CopyVariable.findByName(match.group(1)).map(values::get).orElse(match.group())));
    }
}
