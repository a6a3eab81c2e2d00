package io.siyu.segment.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The words, numbers, days, texts and signs of a filter, one after the other. */
final class FilterTokens {
    private static final Pattern TOKEN = Pattern.compile(
            "\\s*(?:(?<day>\\d{4}-\\d{2}-\\d{2})|(?<number>\\d+(?:\\.\\d+)?)"
                    + "|(?<word>[A-Za-z][A-Za-z0-9_.]*)|(?<text>\"(?:[^\"\\\\]|\\\\.)*+\")|(?<sign><=|>=|!=|[=<>(),]))");

    enum Type {
        DAY,
        NUMBER,
        WORD,
        TEXT,
        SIGN,
        END
    }

    /**
     * @param text of a text what it says, without the quotes
     * @param position of its first character, the first of all being 1
     */
    record Token(Type type, String text, int position) {
        boolean isWord(String word) {
            return type == Type.WORD && text.equalsIgnoreCase(word);
        }

        boolean isSign(String sign) {
            return type == Type.SIGN && text.equals(sign);
        }

        String shown() {
            return type == Type.END ? "the end" : "'" + text + "'";
        }
    }

    private FilterTokens() {}

    /** @throws FilterSyntaxException at what the language has no use for */
    static List<Token> of(String filter) {
        List<Token> tokens = new ArrayList<>();
        Matcher matcher = TOKEN.matcher(filter);
        int end = filter.stripTrailing().length();
        int at = 0;
        while (at < end) {
            matcher.region(at, end);
            if (!matcher.lookingAt()) {
                throw unreadable(filter, at);
            }
            for (Type type : Type.values()) {
                String name = type.name().toLowerCase(Locale.ROOT);
                if (type != Type.END && matcher.group(name) != null) {
                    String text = matcher.group(name);
                    tokens.add(new Token(type, type == Type.TEXT ? unquoted(text) : text, matcher.start(name) + 1));
                }
            }
            at = matcher.end();
        }
        tokens.add(new Token(Type.END, "", end + 1));
        return tokens;
    }

    private static FilterSyntaxException unreadable(String filter, int from) {
        int at = from;
        while (Character.isWhitespace(filter.charAt(at))) {
            at++;
        }
        return filter.charAt(at) == '"'
                ? new FilterSyntaxException(at + 1, "the text that begins here has no closing quote")
                : new FilterSyntaxException(
                        at + 1, "'" + Character.toString(filter.codePointAt(at)) + "' has no meaning");
    }

    private static String unquoted(String text) {
        return text.substring(1, text.length() - 1).replaceAll("(?s)\\\\(.)", "$1");
    }
}
