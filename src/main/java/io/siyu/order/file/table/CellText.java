package io.siyu.order.file.table;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Makes text of a cell's bytes and tells whether they are damaged. Half a character at the end of a cell is no damage to a
 * long text, which platforms cut to a number of bytes; it becomes {@code U+FFFD}, for to a key it is.
 */
final class CellText {
    private static final int SLOTS = 1 << 10;
    private static final int LONGEST_KNOWN = 48;
    private static final char HALF_A_CHARACTER = '\uFFFD';

    private final Charset charset;
    /** Java decodes GBK several times as fast as GB18030, which has the same two-byte characters and some more. */
    private final CharsetDecoder fast;

    private CharBuffer decoded = CharBuffer.allocate(256);
    /** What comes again and again: states, kinds, the shop's name. A slot holds the last text that fell to it. */
    private final byte[][] knownBytes = new byte[SLOTS][];

    private final String[] knownTexts = new String[SLOTS];

    CellText(Charset charset) {
        this.charset = charset;
        Charset usual = charset.equals(Encodings.GB18030) ? Charset.forName("GBK") : charset;
        this.fast = usual.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    static boolean isAscii(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }

    /** @return null if the bytes are damaged */
    String decode(byte[] bytes, int from, int to) {
        if (isAscii(bytes, from, to)) {
            return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
        }
        if (to - from > LONGEST_KNOWN) {
            return decodeAnew(bytes, from, to);
        }
        int slot = hash(bytes, from, to) & SLOTS - 1;
        byte[] known = knownBytes[slot];
        if (known != null && Arrays.equals(known, 0, known.length, bytes, from, to)) {
            return knownTexts[slot];
        }
        String text = decodeAnew(bytes, from, to);
        knownBytes[slot] = Arrays.copyOfRange(bytes, from, to);
        knownTexts[slot] = text;
        return text;
    }

    private String decodeAnew(byte[] bytes, int from, int to) {
        if (decoded.capacity() < to - from) {
            decoded = CharBuffer.allocate(2 * (to - from));
        }
        decoded.clear();
        fast.reset();
        CoderResult result = fast.decode(ByteBuffer.wrap(bytes, from, to - from), decoded, true);
        return result.isUnderflow() ? decoded.flip().toString() : decodeStrictly(bytes, from, to);
    }

    private static int hash(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        return hash ^ hash >>> 10 ^ hash >>> 20;
    }

    private String decodeStrictly(byte[] bytes, int from, int to) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
        CharBuffer out = CharBuffer.allocate(to - from + 1);
        // What is left over at the end is not reported until the decoder is told that it is the end.
        CoderResult result = decoder.decode(in, out, false);
        if (result.isError()) {
            return null;
        }
        return (in.hasRemaining() ? out.put(HALF_A_CHARACTER) : out).flip().toString();
    }
}
