package io.siyu.order.upload;

import io.siyu.order.ReasonCode;
import io.siyu.platform.problem.ErrorCode;

import jakarta.enterprise.context.ApplicationScoped;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Keeps uploaded files until they are read, under names of Siyu's own. */
@ApplicationScoped
class UploadFolder {
    private final IntakeConfig config;

    UploadFolder(IntakeConfig config) {
        this.config = config;
    }

    /** @param name the file's name in the folder */
    record Stored(String name, long bytes) {}

    /** @throws io.siyu.platform.problem.ProblemException 413 for a file larger than the limit */
    Stored keep(Path upload, long importId) {
        try {
            if (Files.size(upload) > config.maxBytes()) {
                throw ErrorCode.TOO_LARGE.problem(
                        "file", "TooLarge", ReasonCode.TOO_MANY_BYTES.with(config.maxBytes()));
            }
            String name = importId + ".csv";
            Path file = Files.createDirectories(config.folder()).resolve(name);
            take(upload, file);
            return new Stored(name, Files.size(file));
        } catch (IOException e) {
            throw new UncheckedIOException("The uploaded file cannot be kept", e);
        }
    }

    /**
     * Once it has returned, not even a power cut takes the file away; if it fails, nothing is left of it. What arrived
     * stays where it is until the request is over, so that it can be taken again.
     */
    private static void take(Path upload, Path file) throws IOException {
        try {
            linkOrCopy(upload, file);
            persist(file, StandardOpenOption.WRITE);
            persist(file.toAbsolutePath().getParent(), StandardOpenOption.READ);
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static void linkOrCopy(Path upload, Path file) throws IOException {
        try {
            Files.createLink(file, upload);
        } catch (UnsupportedOperationException | FileSystemException e) {
            // Not every file system has links, and the folders may lie on two.
            Files.copy(upload, file);
        }
    }

    private static void persist(Path path, OpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    Path path(String name) {
        return config.folder().resolve(name);
    }

    /** Not if nobody can tell, as while the folder's server is away. */
    boolean isGone(String name) {
        return Files.notExists(path(name));
    }

    void discard(String name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException("An uploaded file cannot be deleted", e);
        }
    }
}
