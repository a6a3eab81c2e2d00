package io.siyu.platform.problem;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

class DiskFullTest {
    /** Linux' device that is always full. */
    private static final Path FULL = Path.of("/dev/full");

    static boolean hasFullDevice() {
        return Files.isWritable(FULL);
    }

    @Test
    @EnabledIf("hasFullDevice")
    void isWhatTheSystemSaysOfOne() {
        Throwable byChannel = catchThrowable(() -> {
            try (FileChannel file = FileChannel.open(FULL, StandardOpenOption.WRITE)) {
                file.write(ByteBuffer.wrap(new byte[1]));
            }
        });
        Throwable byStream = catchThrowable(() -> {
            try (OutputStream file = Files.newOutputStream(FULL)) {
                file.write(1);
            }
        });

        assertThat(DiskFull.isIn(byChannel)).isTrue();
        assertThat(DiskFull.isIn(new UncheckedIOException("wrapped", (IOException) byStream)))
                .isTrue();
    }

    @Test
    void isAlsoAQuotaThatIsUsedUp() {
        assertThat(DiskFull.isIn(new FileSystemException("/data/a", null, "Disk quota exceeded")))
                .isTrue();
    }

    @Test
    void isNoOtherTroubleWithFiles() {
        assertThat(DiskFull.isIn(new NoSuchFileException("/data/a"))).isFalse();
        assertThat(DiskFull.isIn(new IllegalStateException("No space left on device")))
                .isFalse();
    }
}
