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

/**
 * Tells how a file's text is encoded: UTF-8 or GB18030 (which covers GBK). The first stretch that is not ASCII decides;
 * damage further down costs the rows it is in.
 */
final class Encodings {
    static final Charset GB18030 = Charset.forName("GB18030");
    private static final int BLOCK_BYTES = 1 << 16;
    private static final int SAMPLE_BYTES = 1 << 20;
    /** One misfit in so many characters is damage here and there; more of them, and the text is something else. */
    private static final int CHARACTERS_A_MISFIT = 20;

    private Encodings() {}

    /**
     * How well a sample fits an encoding.
     *
     * @param firstMisfit its offset in the sample
     */
    private record Fit(Charset charset, int misfits, int firstMisfit, int characters) {
        boolean isTolerable() {
            return misfits == 0 || misfits * CHARACTERS_A_MISFIT <= characters;
        }
    }

    /** @throws io.siyu.platform.problem.ProblemException 400 if the text is in another encoding, or damaged throughout */
    static Charset of(Path file) throws IOException {
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

    /** The file's bytes without a byte order mark. */
    static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BLOCK_BYTES);
        in.mark(3);
        byte[] head = in.readNBytes(3);
        if (head.length < 3 || head[0] != (byte) 0xEF || head[1] != (byte) 0xBB || head[2] != (byte) 0xBF) {
            in.reset();
        }
        return in;
    }

    private static Charset judge(byte[] block, byte[] more, long before) {
        ByteBuffer sample =
                ByteBuffer.allocate(block.length + more.length).put(block).put(more);
        Fit utf8 = fit(sample.array(), StandardCharsets.UTF_8);
        Fit gb = fit(sample.array(), GB18030);
        Fit best = utf8.misfits() <= gb.misfits() ? utf8 : gb;
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
        return new Fit(charset, misfits, first, characters);
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
