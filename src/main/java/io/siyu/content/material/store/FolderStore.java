package io.siyu.content.material.store;

import org.jboss.logging.Logger;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** A folder that all replicas share: one file each, by shop. */
final class FolderStore implements MaterialStore {
    private static final Logger LOG = Logger.getLogger(FolderStore.class);
    private static final String BEGUN = ".part";

    private final Path folder;

    FolderStore(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    @FunctionalInterface
    private interface Filling {
        void fill(Path file) throws IOException;
    }

    @Override
    public void keep(StoredFile place, Path file) {
        keep(place, part -> Files.copy(file, part));
    }

    @Override
    public void keep(StoredFile place, byte[] bytes) {
        keep(place, part -> Files.write(part, bytes));
    }

    private void keep(StoredFile place, Filling filling) {
        Path file = placeOf(place);
        Path part = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + BEGUN);
        try {
            Files.createDirectories(file.getParent());
            try {
                filling.fill(part);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The material cannot be kept", e);
        }
    }

    @Override
    public InputStream open(StoredFile place) throws IOException {
        return Files.newInputStream(placeOf(place));
    }

    @Override
    public void discard(StoredFile place) {
        try {
            Files.deleteIfExists(placeOf(place));
        } catch (IOException e) {
            throw new UncheckedIOException("A material cannot be deleted", e);
        }
    }

    @Override
    public void forEachOlderThan(Duration age, Consumer<StoredFile> each) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try {
            Instant before = now().minus(age);
            try (DirectoryStream<Path> shops = Files.newDirectoryStream(folder, Files::isDirectory)) {
                for (Path shop : shops) {
                    lookThrough(shop, before, each);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The folder of materials cannot be looked through", e);
        }
    }

    private static void lookThrough(Path shop, Instant before, Consumer<StoredFile> each) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(shop, file -> isOlder(file, before))) {
            for (Path file : files) {
                String name = file.getFileName().toString();
                Optional<StoredFile> stored = StoredFile.named(shop.getFileName() + "/" + name);
                if (stored.isPresent()) {
                    each.accept(stored.get());
                } else if (name.endsWith(BEGUN)) {
                    LOG.infof("Deleting what a kill left of a material: %s", file);
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    /** What time it is where the files' times come from, which need be neither this machine's clock nor the service's. */
    private Instant now() throws IOException {
        Path probe = Files.createTempFile(folder, ".clock", null);
        try {
            return Files.getLastModifiedTime(probe).toInstant();
        } finally {
            Files.deleteIfExists(probe);
        }
    }

    private static boolean isOlder(Path file, Instant time) {
        try {
            return Files.isRegularFile(file)
                    && Files.getLastModifiedTime(file).toInstant().isBefore(time);
        } catch (IOException e) {
            // Another replica has just deleted it.
            return false;
        }
    }

    @Override
    public String whereIs(StoredFile place) {
        return placeOf(place).toString();
    }

    private Path placeOf(StoredFile place) {
        return folder.resolve(place.name());
    }
}
