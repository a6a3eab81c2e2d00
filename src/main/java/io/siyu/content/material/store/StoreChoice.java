package io.siyu.content.material.store;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Chooses where materials lie, by the settings. */
class StoreChoice {
    @Produces
    @Singleton
    MaterialStore store(MaterialConfig config) {
        return switch (config.store()) {
            case FOLDER -> new FolderStore(config.folder());
            case S3 -> new S3Store(config.s3());
        };
    }
}
