package io.siyu.order.file.table;

import io.siyu.order.ReasonCode;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Tells how a file's text is encoded: UTF-8 or GB18030 (which covers GBK). The first stretch that is not ASCII decides;
 * damage further down costs the rows it is in.
 */
public final class Encodings {
    static final Charset GB18030 = Charset.forName("GB18030");
    private static final byte[] UTF_8_MARK = "\uFEFF".getBytes(StandardCharsets.UTF_8);
    private static final byte[] GB18030_MARK = "\uFEFF".getBytes(GB18030);
    private static final int BLOCK_BYTES = 1 << 16;
    private static final int SAMPLE_BYTES = 1 << 20;
    /** One misfit in so many characters is damage here and there; more of them, and the text is something else. */
    private static final int CHARACTERS_A_MISFIT = 20;

    /** In a text that is ASCII but for a few characters. */
    private static final int BYTES_A_MISFIT = 5000;

    private static final int CHARACTERS_A_STRAY_MISFIT = 4;

    private Encodings() {}

    /**
     * How well a sample fits an encoding.
     *
     * @param firstMisfit its offset in the sample
     * @param characters how many it has that are not ASCII
     * @param bytes of the sample
     */
    private record Fit(Charset charset, int misfits, int firstMisfit, int characters, int bytes) {
        boolean isGood() {
            return misfits * CHARACTERS_A_MISFIT <= characters;
        }

        /** Where nearly all is ASCII, a few bytes that do not fit tell nothing but that they are damaged. */
        boolean isTolerable() {
            boolean mayBe = charset.equals(StandardCharsets.UTF_8) || characters >= CHARACTERS_A_STRAY_MISFIT * misfits;
            return isGood() || mayBe && (misfits == 1 || misfits * BYTES_A_MISFIT <= bytes);
        }
    }

    /** @throws io.siyu.platform.problem.ProblemException 400 if the text is in another encoding, or damaged throughout */
    public static Charset of(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            long before = 0;
            byte[] block;
            while ((block = in.readNBytes(BLOCK_BYTES)).length > 0) {
                if (!CellText.isAscii(block, 0, block.length)) {
                    return judge(block, in.readNBytes(SAMPLE_BYTES), before);
                }
                before += block.length;
            }
        }
        return StandardCharsets.UTF_8;
    }

    /** The file's bytes without byte order marks, of which a file that was saved again may have several. */
    static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BLOCK_BYTES);
        while (skip(in, UTF_8_MARK) || skip(in, GB18030_MARK)) {
            // Until none is left.
        }
        return in;
    }

    private static boolean skip(InputStream in, byte[] mark) throws IOException {
        in.mark(mark.length);
        boolean isThere = Arrays.equals(in.readNBytes(mark.length), mark);
        if (!isThere) {
            in.reset();
        }
        return isThere;
    }

    private static Charset judge(byte[] block, byte[] more, long before) {
        ByteBuffer sample =
                ByteBuffer.allocate(block.length + more.length).put(block).put(more);
        Fit utf8 = fit(sample.array(), StandardCharsets.UTF_8);
        Fit gb = fit(sample.array(), GB18030);
        // Other texts hardly ever look like UTF-8, while nearly any bytes look like GB18030.
        Fit best = utf8.isGood() || utf8.misfits() <= gb.misfits() ? utf8 : gb;
        if (best.isTolerable()) {
            return best.charset();
        }
        throw Unreadable.because(
                ReasonCode.TEXT_DAMAGED, before + utf8.firstMisfit() + 1, before + gb.firstMisfit() + 1);
    }

    private static Fit fit(byte[] sample, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.wrap(sample);
        CharBuffer chars = CharBuffer.allocate(BLOCK_BYTES);
        int misfits = 0;
        int first = 0;
        int characters = 0;
        CoderResult result;
        // Half a character at the end is left alone: the sample may end in the middle of one, and so may a file.
        while (!(result = decoder.decode(bytes, chars.clear(), false)).isUnderflow() || chars.position() > 0) {
            characters += countNotAscii(chars.flip());
            if (result.isError()) {
                first = misfits++ == 0 ? bytes.position() : first;
                bytes.position(bytes.position() + result.length());
            } else if (result.isUnderflow()) {
                break;
            }
        }
        return new Fit(charset, misfits, first, characters, sample.length);
    }

    private static int countNotAscii(CharBuffer chars) {
        int count = 0;
        while (chars.hasRemaining()) {
            if (chars.get() > 0x7F) {
                count++;
            }
        }
        return count;
    }
}
