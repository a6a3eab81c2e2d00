package io.siyu.platform.download;

import io.siyu.platform.files.SweptFolder;

import jakarta.enterprise.context.ApplicationScoped;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where answers lie while they are written: deleted before they are sent, unless the process is killed. */
@ApplicationScoped
class DownloadFolder implements SweptFolder {
    private final DownloadConfig config;

    DownloadFolder(DownloadConfig config) {
        this.config = config;
    }

    @Override
    public Path folder() {
        return config.folder();
    }

    /** One that is being written grows, which keeps it young. */
    @Override
    public boolean isAwaited(Path file) {
        return false;
    }

    /** A new file, which nobody else may read. */
    Path newFile() throws IOException {
        return Files.createTempFile(Files.createDirectories(folder()), "download", null);
    }
}
