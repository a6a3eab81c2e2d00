package io.siyu.platform.files;

import java.nio.file.Path;

/** A folder whose files are somebody's for a while only, contributed by whoever puts them there. */
public interface SweptFolder {
    /** All replicas may share it; it need not be there yet. */
    Path folder();

    /** Whether somebody will still read the file, however old it is. */
    boolean isAwaited(Path file);
}
