package io.siyu.order.upload;

import io.siyu.platform.files.SweptFolder;

import jakarta.enterprise.context.ApplicationScoped;

import java.nio.file.Path;

/** Uploaded files of imports: those that are over, or were never queued, are nobody's. */
@ApplicationScoped
class KeptUploads implements SweptFolder {
    private final OrderImportRepository imports;
    private final IntakeConfig config;

    KeptUploads(OrderImportRepository imports, IntakeConfig config) {
        this.imports = imports;
        this.config = config;
    }

    @Override
    public Path folder() {
        return config.folder();
    }

    @Override
    public boolean isAwaited(Path file) {
        return imports.isAwaited(file.getFileName().toString());
    }
}
