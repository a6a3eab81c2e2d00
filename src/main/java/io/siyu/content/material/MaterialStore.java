package io.siyu.content.material;

import org.apache.tika.Tika;

import jakarta.inject.Singleton;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** The bytes of materials, one file each, named by ids only: no name that a client chose reaches the file system. */
@Singleton
public class MaterialStore {
    private final MaterialConfig config;
    private final Tika tika = new Tika();

    MaterialStore(MaterialConfig config) {
        this.config = config;
    }

    /** What the file holds, by its first bytes; its name is not asked. */
    String typeOf(Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            return tika.detect(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("The uploaded file cannot be read", e);
        }
    }

    void keep(Material material, Path file) {
        Path place = placeOf(material);
        try {
            Files.createDirectories(place.getParent());
            copy(file, place);
        } catch (IOException e) {
            throw new UncheckedIOException("The material cannot be kept", e);
        }
    }

    void keep(Material material, String words) {
        Path place = placeOf(material);
        try {
            Files.createDirectories(place.getParent());
            Files.writeString(place, words);
        } catch (IOException e) {
            throw new UncheckedIOException("The material cannot be kept", e);
        }
    }

    void discard(Material material) {
        try {
            Files.deleteIfExists(placeOf(material));
        } catch (IOException e) {
            throw new UncheckedIOException("A material cannot be deleted", e);
        }
    }

    /** If it fails, nothing is left of it. */
    private static void copy(Path file, Path place) throws IOException {
        try {
            Files.copy(file, place, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            Files.deleteIfExists(place);
            throw e;
        }
    }

    Path placeOf(Material material) {
        return config.folder()
                .resolve(Long.toString(material.shopId()))
                .resolve(Long.toString(material.id()))
                .toAbsolutePath();
    }
}
