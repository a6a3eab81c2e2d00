package io.siyu.content.material;

import io.siyu.platform.problem.ErrorCode;
import org.apache.tika.Tika;

import jakarta.inject.Singleton;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/** What an upload is, by its first bytes; its name is not asked. */
@Singleton
class FileTypes {
    static final String PLAIN_TEXT = "text/plain";

    /** What a phone can post. Nothing that a browser would run as a page: no HTML, no SVG. */
    private static final Set<String> TAKEN =
            Set.of("image/jpeg", "image/png", "image/gif", "image/webp", "video/mp4", "video/quicktime", PLAIN_TEXT);

    private final Tika tika = new Tika();

    /** @throws io.siyu.platform.problem.ProblemException 415 if it is of no type that is taken */
    String of(Path file) {
        String type = detect(file);
        if (!TAKEN.contains(type)) {
            throw ErrorCode.UNSUPPORTED_MEDIA.problem(
                    "A material is a picture, a video or plain text, not " + type + ".");
        }
        return type;
    }

    private String detect(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return tika.detect(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("The uploaded file cannot be read", e);
        }
    }
}
