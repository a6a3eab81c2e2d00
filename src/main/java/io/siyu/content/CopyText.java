package io.siyu.content;

import com.ibm.icu.text.Normalizer2;

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

    /** Braces that do not close, that something stands between, or that are single around a word. */
    private static final Pattern STRAY_BRACES = Pattern.compile("\\{[\\s\\p{Cf}]*\\{|}[\\s\\p{Cf}]*}");

    private static final Pattern SINGLE_BRACES = Pattern.compile("\\{\\s*([^{}]*?)\\s*}");
    private static final Normalizer2 COMPATIBILITY = Normalizer2.getNFKCInstance();

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

    /**
     * What looks like a variable and is none: unknown names as written, braces that do not close, braces as a Chinese
     * keyboard writes them (｛｛昵称｝｝), and single ones around the name of a variable.
     */
    public List<String> unknownVariables() {
        List<String> unknown = new ArrayList<>();
        Matcher matcher = VARIABLE.matcher(text);
        while (matcher.find()) {
            if (CopyVariable.findByName(matcher.group(1)).isEmpty()) {
                unknown.add(matcher.group());
            }
        }
        // What a follower would read for braces, whichever way they are drawn.
        String rest = COMPATIBILITY.normalize(VARIABLE.matcher(text).replaceAll(""));
        Matcher wide = VARIABLE.matcher(rest);
        while (wide.find()) {
            unknown.add(wide.group());
        }
        rest = VARIABLE.matcher(rest).replaceAll("");
        Matcher stray = STRAY_BRACES.matcher(rest);
        while (stray.find()) {
            unknown.add(stray.group());
        }
        Matcher single = SINGLE_BRACES.matcher(STRAY_BRACES.matcher(rest).replaceAll(""));
        while (single.find()) {
            if (CopyVariable.findByName(single.group(1)).isPresent()) {
                unknown.add(single.group());
            }
        }
        return unknown;
    }

    /** Whether all of it is said as it stands: there is no variable in it, known or not. */
    public boolean isPlain() {
        return variables().isEmpty() && unknownVariables().isEmpty();
    }

    /** The copy with the given values in place; a variable without a value stays as it is written. */
    public String render(Map<CopyVariable, String> values) {
        return VARIABLE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        CopyVariable.findByName(match.group(1)).map(values::get).orElse(match.group())));
    }
}
