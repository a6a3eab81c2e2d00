package io.siyu.platform.privacy.person;

import org.apache.commons.io.IOUtils;

import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.BitSet;
import java.util.function.Function;

/**
 * Texts of any length, looked through in windows: what it takes to look at one is many times its own size. Windows overlap,
 * so that whatever stands at the edge of one stands within another.
 */
public final class LongText {
    /** In characters. */
    static final int WINDOW = 1 << 16;
    /** More than twice the longest thing that names a person: nothing that was cut reaches farther in. */
    static final int MARGIN = 1 << 12;

    private LongText() {}

    /**
     * @param finder tells which characters of a window name the person
     * @return those of the whole text
     */
    static BitSet find(String text, Function<String, BitSet> finder) {
        if (text.length() <= WINDOW) {
            return finder.apply(text);
        }
        try {
            return find(new StringReader(text), finder);
        } catch (IOException e) {
            throw new UncheckedIOException("A text in memory cannot be read", e);
        }
    }

    /**
     * Each line by itself: what is unsure counts in a line that surely names the person. Of a line longer than {@link
     * #MARGIN} that is only as far as a window reaches.
     *
     * @return which characters name the person
     */
    public static BitSet findInLines(Reader text, PersonWords words) throws IOException {
        return find(text, window -> inLines(window, words));
    }

    /** The text with a mark wherever something was found. */
    public static void write(Reader text, BitSet found, String mark, Writer to) throws IOException {
        int at = 0;
        for (int c = text.read(); c >= 0; c = text.read()) {
            if (!found.get(at)) {
                to.write(c);
            } else if (at == 0 || !found.get(at - 1)) {
                to.write(mark);
            }
            at++;
        }
    }

    static BitSet find(Reader text, Function<String, BitSet> finder) throws IOException {
        BitSet found = new BitSet();
        char[] window = new char[WINDOW];
        int base = 0;
        int held = IOUtils.read(text, window);
        while (true) {
            boolean isEnd = held < WINDOW;
            int from = base == 0 ? 0 : MARGIN;
            int to = isEnd ? held : held - MARGIN;
            add(found, base, finder.apply(new String(window, 0, held)).get(from, Math.max(from, to)), from);
            if (isEnd) {
                return found;
            }
            int kept = 2 * MARGIN;
            System.arraycopy(window, held - kept, window, 0, kept);
            base += held - kept;
            held = kept + IOUtils.read(text, window, kept, WINDOW - kept);
        }
    }

    private static BitSet inLines(String text, PersonWords words) {
        BitSet found = new BitSet();
        int start = 0;
        for (int at = 0; at <= text.length(); at++) {
            if (at == text.length() || text.charAt(at) == '\n' || text.charAt(at) == '\r') {
                if (at > start) {
                    add(found, start, words.find(text.substring(start, at), false), 0);
                }
                start = at + 1;
            }
        }
        return found;
    }

    private static void add(BitSet all, int base, BitSet some, int from) {
        for (int start = some.nextSetBit(0); start >= 0; ) {
            int end = some.nextClearBit(start);
            all.set(base + from + start, base + from + end);
            start = some.nextSetBit(end);
        }
    }
}
