package io.siyu.content.material.thumbnail;

import io.siyu.content.material.Material;
import io.siyu.content.material.MaterialContent;
import io.siyu.content.material.MaterialKind;
import io.siyu.content.material.store.MaterialConfig;
import io.siyu.content.material.store.MaterialStore;
import io.siyu.content.material.store.WorkingFolder;
import io.siyu.platform.problem.ErrorCode;

import jakarta.enterprise.context.ApplicationScoped;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/** Small pictures, made when they are first asked for and kept beside their materials. */
@ApplicationScoped
class ThumbnailService {
    private final MaterialStore store;
    private final WorkingFolder copies;
    private final MaterialContent contents;
    private final ThumbnailMaker maker;

    ThumbnailService(MaterialStore store, WorkingFolder copies, MaterialContent contents, MaterialConfig config) {
        this.store = store;
        this.copies = copies;
        this.contents = contents;
        this.maker = new ThumbnailMaker(config.thumbnailPixels());
    }

    /**
     * @return a JPEG
     * @throws io.siyu.platform.problem.ProblemException 404 if there can be none
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

    /** One at a time: what a picture takes to be decoded is much more than its bytes. */
    private synchronized byte[] make(Material material) throws IOException {
        // Somebody may have waited for another who asked for the same.
        Optional<byte[]> meanwhile = kept(material);
        if (meanwhile.isPresent()) {
            return meanwhile.get();
        }
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
