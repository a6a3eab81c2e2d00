package io.siyu.order.intake;

import io.siyu.platform.problem.ErrorCode;

import jakarta.enterprise.context.ApplicationScoped;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
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
            String name = importId + ".csv";
            return new Stored(
                    name,
                    Files.size(upload),
                    copy(upload, Files.createDirectories(config.folder()).resolve(name)));
        } catch (IOException e) {
            throw new UncheckedIOException("The uploaded file cannot be kept", e);
        }
    }

    /** Once it has returned, not even a power cut takes the file away; if it fails, nothing is left of it. */
    private static byte[] copy(Path upload, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(upload);
                FileOutputStream out = new FileOutputStream(file.toFile())) {
            DigestOutputStream digesting = new DigestOutputStream(out, MessageDigest.getInstance("SHA-256"));
            in.transferTo(digesting);
            out.getFD().sync();
            return digesting.getMessageDigest().digest();
        } catch (IOException e) {
            Files.deleteIfExists(file);
            throw e;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("This Java has no SHA-256", e);
        }
    }

    Path path(String name) {
        return config.folder().resolve(name);
    }

    boolean has(String name) {
        return Files.exists(path(name));
    }

    void discard(String name) {
        try {
            Files.deleteIfExists(path(name));
        } catch (IOException e) {
            throw new UncheckedIOException("An uploaded file cannot be deleted", e);
        }
    }
}
