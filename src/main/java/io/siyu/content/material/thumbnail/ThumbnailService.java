package io.siyu.content.material.thumbnail;

import io.siyu.content.material.Material;
import io.siyu.content.material.MaterialContent;
import io.siyu.content.material.MaterialKind;
import io.siyu.content.material.store.MaterialConfig;
import io.siyu.content.material.store.MaterialStore;
import io.siyu.content.material.store.Places;
import io.siyu.content.material.store.WorkingFolder;
import io.siyu.platform.problem.ErrorCode;

import jakarta.enterprise.context.ApplicationScoped;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.Optional;

/** Small pictures, made when they are first asked for and kept beside their materials. */
@ApplicationScoped
class ThumbnailService {
    /** As many as a page shows, and some more. */
    private static final int MOST_WAITING = 60;

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(20);

    private final MaterialStore store;
    private final WorkingFolder copies;
    private final MaterialContent contents;
    private final ThumbnailMaker maker;
    /** What a picture takes to be decoded is much more than its bytes: one at a time. */
    private final Places places =
            new Places(1, MOST_WAITING, LONGEST_WAIT, "Many pictures are being made small. Try again in a moment.");

    ThumbnailService(MaterialStore store, WorkingFolder copies, MaterialContent contents, MaterialConfig config) {
        this.store = store;
        this.copies = copies;
        this.contents = contents;
        this.maker = new ThumbnailMaker(config.thumbnailPixels());
    }

    /**
     * @return a JPEG
     * @throws io.siyu.platform.problem.ProblemException 404 if there can be none, 503 while many are made
     */
    byte[] of(Material material) {
        if (material.kind() != MaterialKind.PICTURE) {
            throw ErrorCode.NOT_FOUND.problem("Only pictures have small ones.");
        }
        try {
            Optional<byte[]> kept = kept(material);
            return kept.isPresent() ? kept.get() : make(material);
        } catch (IOException e) {
            throw new UncheckedIOException("A small picture cannot be made", e);
        }
    }

    private Optional<byte[]> kept(Material material) throws IOException {
        try (InputStream bytes = store.open(material.thumbnail())) {
            return Optional.of(bytes.readAllBytes());
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    private byte[] make(Material material) throws IOException {
        places.take();
        try {
            // Somebody may have waited for another who asked for the same.
            Optional<byte[]> meanwhile = kept(material);
            return meanwhile.isPresent() ? meanwhile.get() : made(material);
        } finally {
            places.giveBack();
        }
    }

    private byte[] made(Material material) throws IOException {
        try {
            byte[] small = copies.copied(material.content(), maker::of)
                    .orElseThrow(() -> ErrorCode.NOT_FOUND.problem(
                            "No small picture can be made: it is too large, damaged, or of another format."));
            store.keep(material.thumbnail(), small);
            return small;
        } catch (NoSuchFileException e) {
            throw contents.gone(material);
        }
    }
}
