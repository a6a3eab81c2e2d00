package io.siyu.content.material.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/** Where the bytes of materials are, seen by all replicas alike. Nothing in it holds a whole file in memory. */
public interface MaterialStore {
    /** Puts a file in its place, whole or not at all; what was there is replaced. */
    void keep(StoredFile place, Path file);

    /** The same with a few bytes. */
    void keep(StoredFile place, byte[] bytes);

    /** @throws java.nio.file.NoSuchFileException if nothing is there */
    InputStream open(StoredFile place) throws IOException;

    /** Nothing happens if it is not there. */
    void discard(StoredFile place);

    /**
     * Goes through all that has lain there for long, by the store's own clock, in no order. What is left of a write that a
     * kill broke off is deleted on the way.
     */
    void forEachOlderThan(Duration age, Consumer<StoredFile> each);

    /** Where a file lies, as somebody who runs the service would look for it. */
    String whereIs(StoredFile place);
}
