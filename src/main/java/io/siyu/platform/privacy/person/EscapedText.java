package io.siyu.platform.privacy.person;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text as it reads once the escapes in it are resolved that programs write for signs, those of JSON and of HTML. People
 * copy such texts out of logs and exports.
 *
 * @param text with the escapes resolved
 * @param starts where each of its characters begins in what was written
 * @param ends where it ends there
 */
record EscapedText(String text, int[] starts, int[] ends) {
    /** The backslashes are more than one in a text within a text. */
    private static final Pattern ESCAPE = Pattern.compile(
            "\\\\{1,8}(?:u\\{(?<braced>[0-9a-fA-F]{1,6})\\}|u(?<four>[0-9a-fA-F]{4})|(?<blank>[bfnrt])|(?<sign>[\"/]))"
                    + "|&#(?:[xX](?<hex>[0-9a-fA-F]{1,6})|(?<decimal>[0-9]{1,7}));?|&(?<space>nbsp);");

    private static final int HEX = 16;
    private static final int DECIMAL = 10;

    /** Empty for a text without any escape. */
    static Optional<EscapedText> in(String written) {
        if (written.indexOf('\\') < 0 && written.indexOf('&') < 0) {
            return Optional.empty();
        }
        Matcher escape = ESCAPE.matcher(written);
        StringBuilder text = new StringBuilder(written.length());
        boolean hasEscape = false;
        int[] starts = new int[written.length()];
        int[] ends = new int[written.length()];
        int at = 0;
        while (escape.find()) {
            String sign = signOf(escape);
            if (sign == null) {
                continue;
            }
            at = plain(written, at, escape.start(), text, starts, ends);
            for (int i = 0; i < sign.length(); i++) {
                starts[text.length()] = escape.start();
                ends[text.length()] = escape.end();
                text.append(sign.charAt(i));
            }
            at = escape.end();
            hasEscape = true;
        }
        plain(written, at, written.length(), text, starts, ends);
        return hasEscape ? Optional.of(new EscapedText(text.toString(), starts, ends)) : Optional.empty();
    }

    private static int plain(String written, int from, int to, StringBuilder text, int[] starts, int[] ends) {
        for (int at = from; at < to; at++) {
            starts[text.length()] = at;
            ends[text.length()] = at + 1;
            text.append(written.charAt(at));
        }
        return to;
    }

    /** Null for a number that no character has. */
    private static String signOf(Matcher escape) {
        if (escape.group("blank") != null || escape.group("space") != null) {
            return " ";
        }
        if (escape.group("sign") != null) {
            return escape.group("sign");
        }
        int code = codeOf(escape);
        return Character.isValidCodePoint(code) ? Character.toString(code) : null;
    }

    private static int codeOf(Matcher escape) {
        for (String group : List.of("braced", "four", "hex")) {
            if (escape.group(group) != null) {
                return Integer.parseInt(escape.group(group), HEX);
            }
        }
        return Integer.parseInt(escape.group("decimal"), DECIMAL);
    }

    /** Where characters that were found in what was written stand in the text. */
    BitSet shown(BitSet found) {
        BitSet shown = new BitSet(text.length());
        for (int at = 0; at < text.length(); at++) {
            int next = found.nextSetBit(starts[at]);
            shown.set(at, next >= 0 && next < ends[at]);
        }
        return shown;
    }

    /** Where characters that were found in the text stand in what was written. */
    BitSet written(BitSet found) {
        BitSet written = new BitSet();
        found.stream().forEach(at -> written.set(starts[at], ends[at]));
        return written;
    }
}
