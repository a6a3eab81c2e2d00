package io.siyu.order.intake;

import io.siyu.platform.problem.ErrorCode;

import jakarta.enterprise.context.ApplicationScoped;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Keeps uploaded files until they are read, under names of Siyu's own. */
@ApplicationScoped
class UploadFolder {
    private final IntakeConfig config;

    UploadFolder(IntakeConfig config) {
        this.config = config;
    }

    /** @param name the file's name in the folder */
    record Stored(String name, long bytes, byte[] sha256) {}

    /** @throws io.siyu.platform.problem.ProblemException 413 for a file larger than the limit */
    Stored keep(Path upload, long importId) {
        try {
            if (Files.size(upload) > config.maxBytes()) {
                throw ErrorCode.TOO_LARGE.problem(
                        "file", "TooLarge", "At most " + config.maxBytes() + " bytes are taken.");
            }
            Path folder = Files.createDirectories(config.folder());
            String name = importId + ".csv";
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = Files.newInputStream(upload);
                    OutputStream out = new DigestOutputStream(Files.newOutputStream(folder.resolve(name)), digest)) {
                long bytes = in.transferTo(out);
                return new Stored(name, bytes, digest.digest());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The uploaded file cannot be kept", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    Path path(String name) {
        return config.folder().resolve(name);
    }

    void discard(String name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException("An uploaded file cannot be deleted", e);
        }
    }
}
