package io.siyu.content.word.match;

import com.ibm.icu.text.BreakIterator;

import java.util.BitSet;
import java.util.Locale;

/** Where the words of a Chinese text begin and end, by ICU's dictionary. */
final class DictionaryWords {
    private static final BreakIterator WORDS = BreakIterator.getWordInstance(Locale.CHINESE);

    private final String text;
    private final BitSet bounds;

    private DictionaryWords(String text, BitSet bounds) {
        this.text = text;
        this.bounds = bounds;
    }

    static DictionaryWords of(String text) {
        // It has a state: one each, and a copy is cheap.
        BreakIterator words = WORDS.clone();
        words.setText(text);
        BitSet bounds = new BitSet(text.length() + 1);
        for (int at = words.first(); at != BreakIterator.DONE; at = words.next()) {
            bounds.set(at);
        }
        return new DictionaryWords(text, bounds);
    }

    boolean isBound(int offset) {
        return bounds.get(offset);
    }

    /** A word that begins before the offset and goes on behind it, but not as far as the end. */
    boolean reachesInto(int offset, int end) {
        return !bounds.get(offset) && bounds.nextSetBit(offset) < end;
    }

    /** A word that begins behind the start and before the offset, and goes on behind that. */
    boolean reachesOutOf(int start, int offset) {
        return !bounds.get(offset) && bounds.previousSetBit(offset) > start;
    }

    /** The word that begins at the offset, empty where none does. */
    String from(int offset) {
        int end = bounds.nextSetBit(offset + 1);
        return bounds.get(offset) && end > 0 ? text.substring(offset, end) : "";
    }
}
