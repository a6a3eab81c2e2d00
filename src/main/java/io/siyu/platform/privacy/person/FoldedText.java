package io.siyu.platform.privacy.person;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text in which spellings of the same signs are one (NFKD, small letters), and where each of its signs stood.
 *
 * @param starts where the sign at each place of the text began in the original
 * @param ends where it ended
 */
record FoldedText(String text, int[] starts, int[] ends) {
    static FoldedText of(String original) {
        StringBuilder text = new StringBuilder(original.length());
        int[] starts = new int[original.length() + 1];
        int[] ends = new int[original.length() + 1];
        int at = 0;
        while (at < original.length()) {
            int code = original.codePointAt(at);
            int end = at + Character.charCount(code);
            String folded = code < 128
                    ? Character.toString(Character.toLowerCase(code))
                    : Normalizer.normalize(Character.toString(code), Normalizer.Form.NFKD)
                            .toLowerCase(Locale.ROOT);
            if (text.length() + folded.length() > starts.length) {
                int room = Math.max(starts.length * 2, text.length() + folded.length());
                starts = Arrays.copyOf(starts, room);
                ends = Arrays.copyOf(ends, room);
            }
            Arrays.fill(starts, text.length(), text.length() + folded.length(), at);
            Arrays.fill(ends, text.length(), text.length() + folded.length(), end);
            text.append(folded);
            at = end;
        }
        return new FoldedText(text.toString(), starts, ends);
    }
}
