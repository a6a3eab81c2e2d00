package io.siyu.order.upload;

import io.quarkus.test.junit.QuarkusTest;
import io.siyu.platform.files.FileSweep;
import io.siyu.platform.ids.Id;
import io.siyu.platform.sql.Contention;
import io.siyu.support.TestShop;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;

import static org.assertj.core.api.Assertions.assertThat;

@QuarkusTest
class KeptUploadsTest {
    private static final Duration LONG = Duration.ofHours(2);

    @Inject
    FileSweep sweep;

    @Inject
    ImportLease lease;

    @Inject
    IntakeConfig config;

    @ConfigProperty(name = "quarkus.http.body.uploads-directory")
    Path arriving;

    @ConfigProperty(name = "siyu.download.folder")
    Path downloads;

    @Test
    void deletesOldFilesThatNobodyWillReadAndOnlyThose() throws IOException {
        TestShop shop = TestShop.create();
        long shopId = Long.parseLong(shop.id());
        // Nobody runs the import while somebody else has the import lease.
        Contention.inTransaction(() -> lease.take(shopId, "nobody", Duration.ofMinutes(1)));
        String waiting = ImportedFile.upload(
                        shop,
                        ImportedFile.HEADER
                                .concat("A1,b1,2024-05-01,1.00,0,PAID,\n")
                                .getBytes(StandardCharsets.UTF_8))
                .path("id");
        Path awaited = aged(config.folder().resolve(waiting + ".csv"));
        Path neverQueued = aged(file(config.folder().resolve(Id.next() + ".csv")));
        Path brokenOff = aged(file(arriving.resolve("3f0c")));
        Path neverSent = aged(file(downloads.resolve("download11.tmp")));
        Path fresh = file(arriving.resolve("77aa"));
        Path growing = aged(file(arriving.resolve("91bc")));
        Files.writeString(growing, "more", StandardOpenOption.APPEND);

        sweep.sweep();

        assertThat(awaited).exists();
        assertThat(fresh).exists();
        assertThat(growing).exists();
        assertThat(neverQueued).doesNotExist();
        assertThat(brokenOff).doesNotExist();
        assertThat(neverSent).doesNotExist();
        Contention.inTransaction(() -> {
            lease.release(shopId, "nobody");
            return null;
        });
        ImportedFile.finished(waiting);
    }

    private static Path file(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "personal");
    }

    private static Path aged(Path file) throws IOException {
        return Files.setLastModifiedTime(
                file, FileTime.from(Files.getLastModifiedTime(file).toInstant().minus(LONG)));
    }
}
