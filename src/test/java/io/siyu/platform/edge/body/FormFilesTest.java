package io.siyu.platform.edge.body;

import io.siyu.platform.problem.ErrorCode;
import io.siyu.platform.problem.ProblemException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "multipart/form-data",
                "multipart/form-data; boundary",
                "multipart/form-data; boundary=",
                "multipart/form-data; boundary=\"\"",
                "multipart/form-data; boundary=\"",
                "multipart/form-data; boundary=; charset=utf-8"
            })
    void aFormWithoutABoundaryIsRefused(String type) {
        assertThat(refusalOf(() -> new FormFiles(folder, Set.of(), type))).isEqualTo(ErrorCode.MALFORMED_REQUEST);
        assertThat(refusalOf(() -> new FormFiles(folder, Set.of(), null))).isEqualTo(ErrorCode.MALFORMED_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nowhere", "@@", "", "\"", "\u00e9"})
    void aFormInAnUnknownEncodingIsRefused(String charset) {
        assertThat(refusalOf(() -> {
                    FormFiles files = new FormFiles(folder, Set.of("file"), TYPE + "; charset=" + charset + " ");
                    read(files, FILE + "a\r\n--x--\r\n");
                }))
                .isEqualTo(ErrorCode.MALFORMED_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Type: text/plain",
                "Content-Disposition",
                "Content-Disposition:",
                "Content-Disposition: ",
                ": form-data; name=\"file\"",
                "Content-Disposition: form-data",
                "Content-Disposition: form-data; name",
                "Content-Disposition: form-data; name=",
                "Content-Disposition: form-data; name=\"",
                "Content-Disposition: form-data; name=\"\"",
                "Content-Disposition: form-data; name=\"file\"; filename=",
                "Content-Disposition: form-data; name=\"file\"; filename*=",
                "Content-Disposition: form-data; name=\"file\"; filename*=o.csv",
                "Content-Disposition: form-data; name=\"file\"; filename*=nowhere''o.csv",
                "Content-Disposition: form-data; name=\"file\"; filename*=''o.csv",
                "Content-Disposition: form-data; name=\"file\"; filename*=utf-8''%zz",
                "Content-Disposition: form-data; name=\"file\"; filename*=utf-8''%",
                "Content-Disposition: form-data; name=\"file\"\r\nContent-Transfer-Encoding: base64",
                "Content-Disposition: form-data; name=\"file\"\r\nContent-Transfer-Encoding: Quoted-Printable",
                "Content-Disposition: form-data; name=\"title\"\r\nContent-Transfer-Encoding: nonsense",
                "Content-Disposition: form-data; name=\"title\"\r\nContent-Type: text/plain; charset=nowhere",
                "Content-Disposition: form-data; name=\"title\"\r\nContent-Type: text/plain; charset=@@",
                "Content-Disposition: form-data;\rname=\"title\"",
                "Content-Disposition: form-data;\nname=\"title\""
            })
    void aPartWhoseHeadCannotBeReadIsRefused(String head) throws IOException {
        FormFiles files = files();
        assertThat(refusalOf(() -> read(files, "--x\r\n" + head + "\r\n\r\n=\u00ff\r\n--x--\r\n")))
                .isEqualTo(ErrorCode.MALFORMED_REQUEST);
        files.discard();
        assertThat(left()).isZero();
    }

    @Test
    void aFormOfManyPartsIsRefusedWhateverTheyAreCalled() {
        StringBuilder form = new StringBuilder();
        for (int i = 0; i < 33; i++) {
            form.append("--x\r\nContent-Disposition: form-data; name=\"n")
                    .append(i)
                    .append("\"\r\n\r\na\r\n");
        }
        assertThat(refusalOf(() -> read(files(), form + "--x--\r\n"))).isEqualTo(ErrorCode.MALFORMED_REQUEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"binary", "8bit", "7BIT"})
    void aPartThatSaysThatItIsAsItIsIsTaken(String encoding) {
        FormFiles files = files();
        read(
                files,
                "--x\r\nContent-Disposition: form-data; name=\"title\"\r\nContent-Transfer-Encoding: " + encoding
                        + "\r\n\r\na=b\r\n--x--\r\n");

        assertThat(files.complete().getFirst("title").getValue()).isEqualTo("a=b");
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
