package io.siyu.order.intake;

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
import java.util.stream.Stream;

/**
 * Deletes files that a killed service left behind and nobody will read: uploads that broke off, and files whose import is
 * over or was never queued. They hold personal data in clear.
 */
@ApplicationScoped
class StrayUploads implements DueWork {
    private static final Logger LOG = Logger.getLogger(StrayUploads.class);

    /** Longer than an upload takes to be received and queued. */
    private static final Duration SAFE_AGE = Duration.ofHours(6);

    private static final Duration PERIOD = Duration.ofMinutes(30);
    private static final int AFTER_ALL_ELSE = 1000;

    private final OrderImportRepository imports;
    private final IntakeConfig config;
    private final Path arriving;
    private Instant lastLook = Instant.MIN;

    StrayUploads(
            OrderImportRepository imports,
            IntakeConfig config,
            @ConfigProperty(name = "quarkus.http.body.uploads-directory") Path arriving) {
        this.imports = imports;
        this.config = config;
        this.arriving = arriving;
    }

    @Override
    public int runDue(Instant now) {
        if (now.isBefore(lastLook) || Duration.between(lastLook, now).compareTo(PERIOD) >= 0) {
            lastLook = now;
            int deleted = sweep(now);
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

    int sweep(Instant now) {
        Instant before = now.minus(SAFE_AGE);
        int deleted = 0;
        for (Path file : filesIn(config.folder(), before)) {
            deleted += !imports.isAwaited(file.getFileName().toString()) && delete(file) ? 1 : 0;
        }
        for (Path file : filesIn(arriving, before)) {
            deleted += delete(file) ? 1 : 0;
        }
        return deleted;
    }

    private static List<Path> filesIn(Path folder, Instant before) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> Files.isRegularFile(file) && isOlder(file, before))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of uploads cannot be read", e);
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
