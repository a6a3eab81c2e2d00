package io.siyu.platform.files;

import io.quarkus.arc.All;
import io.siyu.platform.time.DueWork;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

import jakarta.enterprise.context.ApplicationScoped;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Deletes files that a killed process left behind and nobody will read, soon after the start and then by the minute: they
 * hold personal data in clear. What another replica is receiving into a shared folder grows, and is left alone for that.
 */
@ApplicationScoped
public class FileSweep implements DueWork {
    private static final Logger LOG = Logger.getLogger(FileSweep.class);
    private static final long PERIOD_NANOS = TimeUnit.MINUTES.toNanos(1);
    private static final int AFTER_ALL_ELSE = 1000;

    private final List<SweptFolder> folders;
    private final Duration leftAfter;
    private volatile long nextLook = System.nanoTime();

    /** @param leftAfter how long a file has not grown that is nobody's: longer than from its arrival to its import */
    FileSweep(
            @All List<SweptFolder> folders,
            @ConfigProperty(name = "siyu.files.left-after", defaultValue = "1h") Duration leftAfter) {
        this.folders = folders;
        this.leftAfter = leftAfter;
    }

    @Override
    public int runDue(Instant now) {
        if (System.nanoTime() - nextLook >= 0) {
            nextLook = System.nanoTime() + PERIOD_NANOS;
            int deleted = sweep();
            if (deleted > 0) {
                LOG.infof("Deleted %d files that killed uploads and imports had left", deleted);
            }
        }
        return 0;
    }

    @Override
    public int order() {
        return AFTER_ALL_ELSE;
    }

    /** @return how many files it deleted */
    public int sweep() {
        int deleted = 0;
        for (SweptFolder swept : folders) {
            if (Files.isDirectory(swept.folder())) {
                deleted += sweep(swept);
            }
        }
        return deleted;
    }

    private int sweep(SweptFolder swept) {
        int deleted = 0;
        try {
            Instant before = clockOf(swept.folder()).minus(leftAfter);
            for (Path file : olderIn(swept.folder(), before)) {
                deleted += !swept.isAwaited(file) && delete(file) ? 1 : 0;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("A folder of uploads cannot be looked through", e);
        }
        return deleted;
    }

    /** What time it is where the files' times come from, which need be neither this machine's clock nor the service's. */
    private static Instant clockOf(Path folder) throws IOException {
        Path probe = Files.createTempFile(folder, ".clock", null);
        try {
            return Files.getLastModifiedTime(probe).toInstant();
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    private static List<Path> olderIn(Path folder, Instant time) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file) && isOlder(file, time))
                    .toList();
        }
    }

    private static boolean isOlder(Path file, Instant time) {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(time);
        } catch (IOException e) {
            // Another replica or an import has just deleted it.
            return false;
        }
    }

    private static boolean delete(Path file) {
        try {
            return Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warnf(e, "A left upload cannot be deleted");
            return false;
        }
    }
}
