package io.siyu.content.material.store;

import io.siyu.platform.files.SweptFolder;

import jakarta.enterprise.context.ApplicationScoped;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Where copies of materials lie while they are worked with: deleted afterwards, unless the process is killed. */
@ApplicationScoped
public class WorkingFolder implements SweptFolder {
    private final MaterialStore store;
    private final MaterialConfig config;

    WorkingFolder(MaterialStore store, MaterialConfig config) {
        this.store = store;
        this.config = config;
    }

    /** What is done with a copy. */
    @FunctionalInterface
    public interface Work<T> {
        T with(Path copy) throws IOException;
    }

    /** @throws java.nio.file.NoSuchFileException if nothing is there to be copied */
    public <T> T copied(StoredFile place, Work<T> work) throws IOException {
        Path copy = Files.createTempFile(Files.createDirectories(folder()), "material", null);
        try {
            try (InputStream bytes = store.open(place)) {
                Files.copy(bytes, copy, StandardCopyOption.REPLACE_EXISTING);
            }
            return work.with(copy);
        } finally {
            Files.deleteIfExists(copy);
        }
    }

    @Override
    public Path folder() {
        return config.workingFolder();
    }

    /** One that is worked with is done with in seconds. */
    @Override
    public boolean isAwaited(Path file) {
        return false;
    }
}
