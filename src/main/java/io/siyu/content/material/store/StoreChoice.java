package io.siyu.content.material.store;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Chooses where materials lie, by the settings. */
class StoreChoice {
    @Produces
    @Singleton
    MaterialStore store(MaterialConfig config) {
        return switch (config.store()) {
            case "folder" -> new FolderStore(config.folder());
            case "s3" -> new S3Store(config.s3());
            default -> throw new IllegalArgumentException("siyu.materials.store is folder or s3");
        };
    }
}
