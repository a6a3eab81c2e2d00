package io.siyu.order.intake;

import io.siyu.order.ReasonCode;
import io.siyu.platform.problem.ErrorCode;

import jakarta.enterprise.context.ApplicationScoped;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** Keeps uploaded files until they are read, under names of Siyu's own. */
@ApplicationScoped
class UploadFolder {
    private static final int DIGESTED_AT_ONCE = 1 << 16;

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
                        "file", "TooLarge", ReasonCode.TOO_MANY_BYTES.with(config.maxBytes()));
            }
            String name = importId + ".csv";
            Path file = Files.createDirectories(config.folder()).resolve(name);
            return new Stored(name, Files.size(upload), take(upload, file));
        } catch (IOException e) {
            throw new UncheckedIOException("The uploaded file cannot be kept", e);
        }
    }

    /** Once it has returned, not even a power cut takes the file away; if it fails, nothing is left of it. */
    private static byte[] take(Path upload, Path file) throws IOException {
        try {
            Files.move(upload, file);
            // While the disk writes, the processor has nothing else to do.
            CompletableFuture<byte[]> digest = CompletableFuture.supplyAsync(() -> digest(file));
            persist(file, StandardOpenOption.WRITE);
            persist(file.toAbsolutePath().getParent(), StandardOpenOption.READ);
            return digest.join();
        } catch (IOException | CompletionException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    private static void persist(Path path, OpenOption option) throws IOException {
        try (FileChannel channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }

    private static byte[] digest(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] some = new byte[DIGESTED_AT_ONCE];
            for (int read = in.read(some); read >= 0; read = in.read(some)) {
                digest.update(some, 0, read);
            }
            return digest.digest();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
