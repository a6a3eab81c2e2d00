package io.siyu.content.material;

import io.siyu.platform.privacy.person.LongText;
import io.siyu.platform.privacy.person.PersonWords;
import org.apache.commons.io.ByteOrderMark;
import org.apache.commons.io.input.BOMInputStream;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/** The file of a text material, in whichever encoding it is written; never more than a window of it is held. */
final class TextFile {
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"), StandardCharsets.ISO_8859_1);
    /** For encodings that do not have the usual mark's signs. */
    private static final String PLAIN_MARK = "[erased]";

    private final Path file;

    TextFile(Path file) {
        this.file = file;
    }

    /** Where something was found, which it takes the encoding to tell. */
    private record Found(BitSet characters, Charset charset) {
        String mark() {
            return charset.newEncoder().canEncode(PersonWords.MARK) ? PersonWords.MARK : PLAIN_MARK;
        }
    }

    /**
     * Puts a text with marks in its place. What it tells besides stays as it is, to the ends of lines.
     *
     * @return whether it named the person
     */
    boolean blank(PersonWords words) throws IOException {
        Found found = find(words);
        if (found.characters().isEmpty()) {
            return false;
        }
        Path other = file.resolveSibling(file.getFileName() + ".blanked");
        try {
            try (Reader from = open(found.charset());
                    Writer to = new BufferedWriter(Files.newBufferedWriter(other, found.charset()))) {
                LongText.write(from, found.characters(), found.mark(), to);
            }
            Files.move(other, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            return true;
        } finally {
            Files.deleteIfExists(other);
        }
    }

    private Found find(PersonWords words) throws IOException {
        Optional<Charset> marked = markedCharset();
        if (marked.isPresent()) {
            return find(words, marked.get());
        }
        for (Charset charset : CHARSETS) {
            try {
                return find(words, charset);
            } catch (CharacterCodingException e) {
                // It is written in another one; the last of them takes everything.
                continue;
            }
        }
        throw new IllegalStateException("Any bytes are ISO 8859-1");
    }

    private Found find(PersonWords words, Charset charset) throws IOException {
        try (Reader reader = open(charset)) {
            return new Found(LongText.findInLines(reader, words), charset);
        }
    }

    /** By the byte order mark that a file begins with. */
    private Optional<Charset> markedCharset() throws IOException {
        try (BOMInputStream in = BOMInputStream.builder()
                .setPath(file)
                .setByteOrderMarks(
                        ByteOrderMark.UTF_32LE, ByteOrderMark.UTF_32BE, ByteOrderMark.UTF_16LE, ByteOrderMark.UTF_16BE)
                .get()) {
            return Optional.ofNullable(in.getBOMCharsetName()).map(Charset::forName);
        }
    }

    /** With the byte order mark, as a character. Bytes that do not fit are refused, unless a mark has told the encoding. */
    private Reader open(Charset charset) throws IOException {
        return CHARSETS.contains(charset)
                ? Files.newBufferedReader(file, charset)
                : new BufferedReader(new InputStreamReader(Files.newInputStream(file), charset));
    }
}
