package io.siyu.platform.health;

import io.siyu.platform.problem.DiskFull;
import io.smallrye.health.api.AsyncHealthCheck;
import io.smallrye.mutiny.Uni;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;
import org.jboss.logging.Logger;

import jakarta.enterprise.context.ApplicationScoped;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whether the data folder takes a file: uploads and materials lie there. A full one is ready: all replicas share it, and
 * taking them all away would end what goes on without it.
 */
@Readiness
@ApplicationScoped
public class DataFolderReadiness implements AsyncHealthCheck {
    private static final Logger LOG = Logger.getLogger(DataFolderReadiness.class);

    private final Path folder;
    private final Trial trial = new Trial("data-folder", this::write);

    DataFolderReadiness(@ConfigProperty(name = "siyu.data-folder") Path folder) {
        this.folder = folder;
    }

    @Override
    public Uni<HealthCheckResponse> call() {
        return trial.run();
    }

    private Trial.Finding write() {
        try {
            Path file = Files.createTempFile(Files.createDirectories(folder), ".writable", null);
            try {
                Files.writeString(file, "yes");
            } finally {
                Files.deleteIfExists(file);
            }
            return Trial.Finding.THERE;
        } catch (IOException e) {
            return of(e);
        }
    }

    static Trial.Finding of(IOException e) {
        if (DiskFull.isIn(e)) {
            LOG.error("The data folder is full: uploads and lists to download are refused until there is room");
            return Trial.Finding.FULL;
        }
        LOG.warnf("Not ready: the data folder cannot be written to: %s", e);
        return Trial.Finding.missing("The data folder cannot be written to.");
    }
}
