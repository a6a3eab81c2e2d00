package io.siyu.content.material;

import io.siyu.content.material.store.MaterialStore;
import io.siyu.content.material.store.WorkingFolder;
import io.siyu.platform.privacy.person.PersonWords;
import io.siyu.platform.privacy.search.SearchedPlace;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.Set;

/** The files of text materials, line by line: a copy takes the place of one that names the person. */
@ApplicationScoped
class SearchedTexts implements SearchedPlace {
    private static final int FILES_A_STEP = 20;
    /** As much as is looked through in a few seconds. */
    private static final long BYTES_A_STEP = 8 << 20;

    private final MaterialRepository materials;
    private final MaterialStore store;
    private final WorkingFolder copies;
    private final Sql sql;

    SearchedTexts(MaterialRepository materials, MaterialStore store, WorkingFolder copies, Sql sql) {
        this.materials = materials;
        this.store = store;
        this.copies = copies;
        this.sql = sql;
    }

    @Override
    public String name() {
        return "material files";
    }

    @Override
    public Set<String> columns() {
        return Set.of();
    }

    @Override
    public Step search(long shopId, PersonWords words, String after) {
        List<Material> rows = materials.listTextsAfter(shopId, after == null ? 0 : Long.parseLong(after), FILES_A_STEP);
        int looked = 0;
        int found = 0;
        long bytes = 0;
        for (Material material : rows) {
            if (bytes >= BYTES_A_STEP) {
                break;
            }
            found += blank(material, words) ? 1 : 0;
            bytes += material.bytes();
            looked++;
        }
        boolean isEnd = looked == rows.size() && looked < FILES_A_STEP;
        return new Step(isEnd ? null : Long.toString(rows.get(looked - 1).id()), looked, found);
    }

    private boolean blank(Material material, PersonWords words) {
        // Another erasure may be writing it.
        sql.first(
                "SELECT id FROM material WHERE shop_id = ? AND id = ? FOR UPDATE",
                row -> row.longAt("id"),
                material.shopId(),
                material.id());
        try {
            return copies.copied(material.content(), copy -> {
                boolean isBlanked = new TextFile(copy).blank(words);
                if (isBlanked) {
                    store.keep(material.content(), copy);
                }
                keepSize(material, Files.size(copy));
                return isBlanked;
            });
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("A text material cannot be looked through", e);
        }
    }

    /** Also of a file that was put in its place before a kill, by a step that therefore never ended. */
    private void keepSize(Material material, long bytes) {
        sql.update(
                "UPDATE material SET bytes = ?, version = version + 1 WHERE shop_id = ? AND id = ? AND bytes <> ?",
                bytes,
                material.shopId(),
                material.id(),
                bytes);
    }
}
