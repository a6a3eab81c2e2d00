package io.siyu.content.word.match;

import java.util.Arrays;

/**
 * A text as its reader takes it in: its letters and digits, folded, without what stands between them, and for each of
 * them where it stands in the original.
 */
public final class ReaderText {
    private final String original;
    private final String letters;
    private final int[] starts;
    private final int[] ends;

    private ReaderText(String original, String letters, int[] starts, int[] ends) {
        this.original = original;
        this.letters = letters;
        this.starts = starts;
        this.ends = ends;
    }

    public static ReaderText of(String original) {
        return of(original, original);
    }

    /** @param read what the original is taken for, character by character */
    static ReaderText of(String original, String read) {
        StringBuilder letters = new StringBuilder(original.length());
        int[] starts = new int[original.length()];
        int[] ends = new int[original.length()];
        int at = 0;
        while (at < read.length()) {
            int codePoint = read.codePointAt(at);
            int next = at + Character.charCount(codePoint);
            letters.append(LetterFold.fold(codePoint));
            if (letters.length() > starts.length) {
                starts = Arrays.copyOf(starts, letters.length() * 2);
                ends = Arrays.copyOf(ends, letters.length() * 2);
            }
            for (int i = letters.length() - 1; i >= 0 && ends[i] == 0; i--) {
                starts[i] = at;
                ends[i] = next;
            }
            at = next;
        }
        return new ReaderText(original, letters.toString(), starts, ends);
    }

    /** All letters and digits in their order; positions count in it. */
    public String letters() {
        return letters;
    }

    int length() {
        return letters.length();
    }

    char at(int position) {
        return letters.charAt(position);
    }

    /** As it is written, from the position on and before the end. */
    String written(int position, int end) {
        return original.substring(starts[position], ends[end - 1]);
    }

    /** The text as it was written; offsets count in it. */
    String original() {
        return original;
    }

    /** Where the letter at the position begins in the original. */
    int offsetOf(int position) {
        return starts[position];
    }

    /** Where the letter before the end ends in the original. */
    int offsetBehind(int end) {
        return ends[end - 1];
    }

    /** What the eye sees between the letter at the position and the next; empty where they are joined. */
    String gapBehind(int position) {
        int from = ends[position];
        int to = starts[position + 1];
        if (from >= to) {
            return "";
        }
        StringBuilder seen = new StringBuilder();
        original.substring(from, to)
                .codePoints()
                .filter(codePoint -> !Signs.isInvisible(codePoint))
                .forEach(seen::appendCodePoint);
        return seen.toString();
    }
}
