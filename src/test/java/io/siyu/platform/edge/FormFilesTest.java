package io.siyu.platform.edge;

import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.ProblemException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class FormFilesTest {
    private static final String TYPE = "multipart/form-data; boundary=x";
    private static final String FILE = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"订单.csv\"\r\n"
            + "Content-Type: text/csv\r\n\r\n";

    @TempDir
    Path folder;

    @Test
    void aFormIsTheSameHoweverItsBytesAreCut() throws IOException {
        String form =
                FILE + "a,b\r\n--not the end\r\n1,2\r\n--x\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n"
                        + "海报\r\n--x--\r\n";
        byte[] bytes = form.getBytes(StandardCharsets.UTF_8);
        for (int step : new int[] {1, 2, 3, 7, 50, bytes.length}) {
            FormFiles files = files();
            for (int from = 0; from < bytes.length; from += step) {
                files.read(ByteBuffer.wrap(bytes, from, Math.min(step, bytes.length - from)));
            }
            FormData data = files.complete();

            assertThat(data.getFirst("title").getValue()).isEqualTo("海报");
            assertThat(data.getFirst("file").getFileName()).isEqualTo("订单.csv");
            assertThat(data.getFirst("file").getFileItem().getFile())
                    .content()
                    .isEqualTo("a,b\r\n--not the end\r\n1,2");
            files.discard();
        }
        assertThat(left()).isZero();
    }

    @Test
    void aPartThatIsAFileIsOneWithoutAName() {
        FormFiles files = files();
        read(files, "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nabc\r\n--x--\r\n");

        assertThat(files.complete().getFirst("file").isFileItem()).isTrue();
    }

    @Test
    void whatIsNoWholeFormIsRefusedAndNothingIsLeftOfIt() throws IOException {
        FormFiles files = files();
        read(files, FILE + "half a file");

        assertThat(refusalOf(files::complete)).isEqualTo(ErrorCode.MALFORMED_REQUEST);
        files.discard();
        read(files, "what comes after that");

        assertThat(left()).isZero();
        assertThat(refusalOf(() -> read(files(), "--x\r\n\r\nno head\r\n--x--")))
                .isEqualTo(ErrorCode.MALFORMED_REQUEST);
        assertThat(refusalOf(() -> new FormFiles(folder, Set.of(), "multipart/form-data")))
                .isEqualTo(ErrorCode.MALFORMED_REQUEST);
    }

    @Test
    void noHeaderFieldOrNumberOfPartsTakesMemoryWithoutEnd() {
        byte[] letters = "n".repeat(16_384).getBytes(StandardCharsets.UTF_8);

        assertThat(refusalOf(() -> {
                    FormFiles files = files();
                    read(files, "--x\r\n");
                    readForever(files, letters);
                }))
                .isEqualTo(ErrorCode.MALFORMED_REQUEST);
        assertThat(refusalOf(() -> {
                    FormFiles files = files();
                    read(files, "--x\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\n");
                    readForever(files, letters);
                }))
                .isEqualTo(ErrorCode.TOO_LARGE);
        assertThat(refusalOf(() -> {
                    FormFiles files = files();
                    readForever(
                            files,
                            "--x\r\nContent-Disposition: form-data; name=\"title\"\r\n\r\na\r\n"
                                    .getBytes(StandardCharsets.UTF_8));
                }))
                .isEqualTo(ErrorCode.MALFORMED_REQUEST);
    }

    private FormFiles files() {
        return new FormFiles(folder, Set.of("file"), TYPE);
    }

    private static void read(FormFiles files, String text) {
        files.read(ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static void readForever(FormFiles files, byte[] bytes) {
        for (int i = 0; i < 100_000; i++) {
            files.read(ByteBuffer.wrap(bytes));
        }
    }

    private static ErrorCode refusalOf(ThrowingCallable work) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, work);
        assertThat(refusal).isNotNull();
        return refusal.code();
    }

    private long left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.count();
        }
    }
}
