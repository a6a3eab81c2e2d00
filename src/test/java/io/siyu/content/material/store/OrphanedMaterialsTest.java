package io.siyu.content.material.store;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.platform.sql.Sql;
import io.siyu.support.As;
import io.siyu.support.Database;
import io.siyu.support.TestShop;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import jakarta.inject.Inject;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import static org.assertj.core.api.Assertions.assertThat;

/** A replica died after it had kept the bytes, and before their row was committed. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class OrphanedMaterialsTest {
    private static final Duration LONG_AGO = Duration.ofDays(2);

    @Inject
    MaterialConfig config;

    @Inject
    Sql sql;

    /** Not the service's own: it has files of earlier runs, whose rows are gone. */
    @TempDir
    Path folder;

    private OrphanedMaterials orphans;
    private Path files;
    private String id;

    @BeforeEach
    void keepOne() throws IOException {
        orphans = new OrphanedMaterials(new FolderStore(folder), config, sql);
        TestShop shop = TestShop.create();
        id = As.staff1()
                .multiPart("file", "note.txt", "一段文字".getBytes(StandardCharsets.UTF_8), "text/plain")
                .post("/shops/{shop}/materials", shop.id())
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        files = Files.createDirectories(folder.resolve(shop.id()));
    }

    @Test
    void bytesWithoutARowAreSweptOnceTheyAreOld() throws IOException {
        List<Path> staying =
                List.of(aged(id), aged(id + ".thumbnail"), aged("notes.txt"), file("4712"), file("4713.7d.part"));
        List<Path> going = List.of(aged("4711"), aged("4711.thumbnail"), aged("4711.7d.part"));

        assertThat(orphans.sweep()).isEqualTo(2);

        assertThat(staying).allMatch(Files::exists);
        assertThat(going).noneMatch(Files::exists);
    }

    /** As of somebody who starts with a fresh database beside the folder. */
    @Test
    void soManyThatTheDatabaseMustBeAnotherAreLeftAlone() throws IOException {
        List<Path> all = new ArrayList<>();
        for (int material = 0; material <= OrphanedMaterials.MOST; material++) {
            all.add(aged(Integer.toString(material)));
        }

        assertThat(orphans.sweep()).isZero();
        assertThat(all).allMatch(Files::exists);

        Files.delete(all.get(0));
        assertThat(orphans.sweep()).isEqualTo(OrphanedMaterials.MOST);
    }

    private Path aged(String name) throws IOException {
        return Files.setLastModifiedTime(file(name), FileTime.from(Instant.now().minus(LONG_AGO)));
    }

    private Path file(String name) throws IOException {
        return Files.writeString(files.resolve(name), "bytes");
    }
}
