package io.siyu.platform.files;

import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.enterprise.context.ApplicationScoped;

import java.nio.file.Path;

/** Where uploads lie while they are received: deleted with their request, unless the process is killed. */
@ApplicationScoped
class ArrivingUploads implements SweptFolder {
    private final Path folder;

    ArrivingUploads(@ConfigProperty(name = "quarkus.http.body.uploads-directory") Path folder) {
        this.folder = folder;
    }

    @Override
    public Path folder() {
        return folder;
    }

    /** One that is being received grows, which keeps it young. */
    @Override
    public boolean isAwaited(Path file) {
        return false;
    }
}
