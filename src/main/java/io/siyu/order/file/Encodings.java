package io.siyu.order.file;

import io.siyu.platform.problem.ErrorCode;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells how a file's text is encoded: UTF-8 or GB18030 (which covers GBK), each taken only if every byte fits. */
final class Encodings {
    static final Charset GB18030 = Charset.forName("GB18030");
    private static final int BUFFER_BYTES = 1 << 16;
    private static final long FITS = -1;

    private Encodings() {}

    /** @throws io.siyu.platform.problem.ProblemException 400 if the file is empty, no text, or damaged */
    static Charset of(Path file) throws IOException {
        refuseWhatIsNoText(file);
        long badUtf8 = firstMisfit(file, StandardCharsets.UTF_8);
        if (badUtf8 == FITS) {
            return StandardCharsets.UTF_8;
        }
        long badGb = firstMisfit(file, GB18030);
        if (badGb == FITS && !hasUtf8Mark(file)) {
            return GB18030;
        }
        throw refusal("The text is damaged: it is not UTF-8 from byte " + (badUtf8 + 1)
                + (badGb == FITS ? " on." : " on, and not GB18030 from byte " + (badGb + 1) + " on."));
    }

    /** The file's bytes without a byte order mark. */
    static InputStream open(Path file) throws IOException {
        InputStream in = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        in.mark(3);
        if (!isUtf8Mark(in.readNBytes(3))) {
            in.reset();
        }
        return in;
    }

    private static void refuseWhatIsNoText(Path file) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(BUFFER_BYTES);
        }
        if (head.length == 0) {
            throw refusal("The file is empty.");
        }
        if (head.length > 3 && head[0] == 'P' && head[1] == 'K' && head[2] == 3 && head[3] == 4) {
            throw refusal("This is a spreadsheet or an archive; save it as CSV.");
        }
        if (head.length > 1
                && (head[0] == (byte) 0xFF && head[1] == (byte) 0xFE
                        || head[0] == (byte) 0xFE && head[1] == (byte) 0xFF)) {
            throw refusal("The text is UTF-16; save it as UTF-8.");
        }
        for (byte b : head) {
            if (b == 0) {
                throw refusal("This is no text file.");
            }
        }
    }

    /** The place of the first byte that does not fit, or {@link #FITS}. */
    private static long firstMisfit(Path file, Charset charset) throws IOException {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES);
        CharBuffer chars = CharBuffer.allocate(BUFFER_BYTES);
        long before = 0;
        try (FileChannel channel = FileChannel.open(file)) {
            boolean atEnd;
            do {
                atEnd = channel.read(bytes) < 0;
                bytes.flip();
                CoderResult result;
                do {
                    chars.clear();
                    result = decoder.decode(bytes, chars, atEnd);
                } while (result.isOverflow());
                if (result.isError()) {
                    return before + bytes.position();
                }
                before += bytes.position();
                bytes.compact();
            } while (!atEnd);
        }
        return FITS;
    }

    private static boolean hasUtf8Mark(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return isUtf8Mark(in.readNBytes(3));
        }
    }

    private static boolean isUtf8Mark(byte[] head) {
        return head.length == 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF;
    }

    private static RuntimeException refusal(String reason) {
        return ErrorCode.UNKNOWN_FORMAT.problem("file", "Unreadable", reason);
    }
}
