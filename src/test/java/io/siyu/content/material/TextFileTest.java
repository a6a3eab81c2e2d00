package io.siyu.content.material;

import io.siyu.platform.privacy.person.PersonWords;
import io.siyu.support.Sought;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

import static org.assertj.core.api.Assertions.assertThat;

class TextFileTest {
    private static final int LENGTH = 20_000_000;

    @TempDir
    Path folder;

    /** In a process of its own, as this one has more memory than the service. */
    static final class WithLittleMemory {
        private WithLittleMemory() {}

        public static void main(String[] args) throws IOException {
            new TextFile(Path.of(args[0])).blank(Sought.words());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UTF-8,'',［已删除］",
        "UTF-8,\uFEFF,［已删除］",
        "GB18030,'',［已删除］",
        "UTF-16LE,\uFEFF,［已删除］",
        "UTF-16BE,\uFEFF,［已删除］"
    })
    void isBlankedInItsOwnEncodingAndElseLeftAsItIs(Charset charset, String byteOrderMark, String mark)
            throws IOException {
        String text = byteOrderMark + "第一行，测试\r\n联系 %s 先生：%s。\r\n\n";
        Path file = Files.write(
                folder.resolve("text"),
                text.formatted(Sought.NAME, Sought.PHONE).getBytes(charset));
        assertThat(new TextFile(file).blank(Sought.words())).isTrue();
        assertThat(new String(Files.readAllBytes(file), charset)).isEqualTo(text.formatted(mark, mark));
        assertThat(new TextFile(file).blank(Sought.words())).isFalse();
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void whereTheEncodingHasNoSuchSignsTheMarkIsPlain() throws IOException {
        Path file = Files.write(
                folder.resolve("text"), ("José " + Sought.PHONE + " é\n").getBytes(StandardCharsets.ISO_8859_1));
        new TextFile(file).blank(Sought.words());
        assertThat(Files.readString(file, StandardCharsets.ISO_8859_1)).isEqualTo("José [erased] é\n");
    }

    @Test
    void aLineOfTheLargestFileIsLookedThroughInLittleMemory() throws IOException, InterruptedException {
        Path file = folder.resolve("text");
        try (Writer to = Files.newBufferedWriter(file)) {
            to.write("，");
            for (int i = 0; i < LENGTH; i++) {
                to.write(i == LENGTH / 2 ? Sought.PHONE : "-");
            }
        }
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx48m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        WithLittleMemory.class.getName(),
                        file.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("output").toFile())
                .start();
        assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("output")))
                .isZero();
        assertThat(Files.readString(file))
                .hasSize(1 + LENGTH - 1 + PersonWords.MARK.length())
                .contains("-" + PersonWords.MARK + "-");
    }
}
