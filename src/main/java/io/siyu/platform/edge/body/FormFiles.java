package io.siyu.platform.edge.body;

import io.siyu.platform.edge.Refusals;
import io.siyu.platform.problem.ProblemException;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.common.headers.HeaderUtil;
import org.jboss.resteasy.reactive.common.util.CaseInsensitiveMap;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.core.multipart.MultipartParser;

import jakarta.ws.rs.core.HttpHeaders;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The parts of a form: its files on the disk, its other fields in memory. The framework's own parser tells them apart; what
 * it would read whole before it says a word, such as an endless header of a part, is broken off here.
 */
final class FormFiles implements MultipartParser.PartHandler {
    private static final Logger LOG = Logger.getLogger(FormFiles.class);
    private static final String TRANSFER_ENCODING = "Content-Transfer-Encoding";
    private static final Set<String> AS_IT_IS = Set.of("binary", "8bit", "7bit");
    private static final int MOST_PARTS = 32;
    private static final int LONGEST_FIELD = 4096;
    private static final long LONGEST_SILENCE = Operation.AROUND_FILE;

    private final Path folder;
    private final Set<String> files;
    private final MultipartParser.ParseState parser;
    private final FormData data = new FormData(MOST_PARTS);
    private final List<Path> created = new ArrayList<>();
    private final ByteArrayOutputStream field = new ByteArrayOutputStream();
    private CaseInsensitiveMap<String> headers;
    private String name;
    private String fileName;
    private Path file;
    private FileChannel channel;
    private long unheardOf;
    private int parts;
    private boolean isDiscarded;

    /**
     * @param contentType of the request, with the boundary between the parts
     * @param files the names of parts that are files though they come without a file's name
     * @throws io.siyu.platform.problem.ProblemException 400 without a boundary
     */
    FormFiles(Path folder, Set<String> files, String contentType) {
        this.folder = folder;
        this.files = files;
        String boundary = parameterOf(contentType, "boundary");
        if (boundary == null || boundary.isEmpty()) {
            throw Refusals.brokenForm();
        }
        String charset = parameterOf(contentType, "charset");
        parser = MultipartParser.beginParse(
                this,
                boundary.getBytes(StandardCharsets.US_ASCII),
                charset == null ? StandardCharsets.UTF_8.name() : charset);
    }

    /** Null if the header is none or says nothing of it. */
    private static String parameterOf(String header, String parameter) {
        try {
            return header == null ? null : HeaderUtil.extractQuotedValueFromHeader(header, parameter);
        } catch (IndexOutOfBoundsException e) {
            // What it says to a header that ends at the sign of equality.
            return null;
        }
    }

    /** @throws io.siyu.platform.problem.ProblemException 400 for what is no form; 413 for a field that is too long */
    synchronized void read(ByteBuffer bytes) {
        if (isDiscarded) {
            return;
        }
        unheardOf += bytes.remaining();
        parse(bytes);
        if (unheardOf > LONGEST_SILENCE) {
            throw Refusals.brokenForm();
        }
    }

    private void parse(ByteBuffer bytes) {
        try {
            parser.parse(bytes);
        } catch (ProblemException | UncheckedIOException e) {
            // A refusal of ours, or a file that cannot be written.
            throw e;
        } catch (RuntimeException | IOException e) {
            // The parser has no kind of exception for what is no form: out of bounds, no such charset, and many more.
            LOG.debug("A form cannot be read", e);
            throw Refusals.brokenForm();
        }
    }

    /** @throws io.siyu.platform.problem.ProblemException 400 for a form that breaks off */
    synchronized FormData complete() {
        if (!parser.isComplete()) {
            throw Refusals.brokenForm();
        }
        return data;
    }

    /** Deletes those of its files that nobody has moved to another place. */
    synchronized void discard() {
        isDiscarded = true;
        try {
            close();
            for (Path each : created) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("An upload cannot be deleted", e);
        }
    }

    @Override
    public void beginPart(CaseInsensitiveMap<String> partHeaders) {
        unheardOf = 0;
        headers = partHeaders;
        String disposition = headers.getFirst(HttpHeaders.CONTENT_DISPOSITION);
        name = parameterOf(disposition, "name");
        if (name == null || name.isEmpty() || ++parts > MOST_PARTS) {
            throw Refusals.brokenForm();
        }
        if (isEncoded()) {
            throw Refusals.encodedPart();
        }
        fileName = HeaderUtil.extractQuotedValueFromHeaderWithEncoding(disposition, "filename");
        if (fileName != null || files.contains(name)) {
            openFile();
        }
    }

    @Override
    public void data(ByteBuffer bytes) {
        unheardOf = 0;
        if (file != null) {
            write(bytes);
            return;
        }
        if (field.size() + bytes.remaining() > LONGEST_FIELD) {
            throw Refusals.tooLarge(LONGEST_FIELD);
        }
        while (bytes.hasRemaining()) {
            field.write(bytes.get());
        }
    }

    @Override
    public void endPart() {
        unheardOf = 0;
        if (file == null) {
            data.add(name, field.toString(charset()), null, headers);
            field.reset();
            return;
        }
        data.add(name, file, fileName, headers);
        try {
            close();
        } catch (IOException e) {
            throw new UncheckedIOException("An upload cannot be kept", e);
        }
    }

    /** What RFC 7578 does away with, and the parser decodes wrongly where it reads a file piece by piece. */
    private boolean isEncoded() {
        String encoding = headers.getFirst(TRANSFER_ENCODING);
        return encoding != null && !AS_IT_IS.contains(encoding.toLowerCase(Locale.ROOT));
    }

    private Charset charset() {
        String type = headers.getFirst(HttpHeaders.CONTENT_TYPE);
        String charset = parameterOf(type, "charset");
        return charset == null ? StandardCharsets.UTF_8 : Charset.forName(charset);
    }

    private void openFile() {
        try {
            file = Files.createTempFile(Files.createDirectories(folder), "upload", null);
            created.add(file);
            channel = FileChannel.open(file, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new UncheckedIOException("An upload cannot be kept", e);
        }
    }

    private void write(ByteBuffer bytes) {
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("An upload cannot be kept", e);
        }
    }

    private void close() throws IOException {
        file = null;
        if (channel != null) {
            channel.close();
            channel = null;
        }
    }
}
