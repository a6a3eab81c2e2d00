package io.siyu.content;

import io.siyu.platform.privacy.PersonWords;
import io.siyu.platform.privacy.SearchedPlace;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.context.ApplicationScoped;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Set;

/** The files of text materials, line by line. */
@ApplicationScoped
class SearchedTexts implements SearchedPlace {
    private static final int FILES_A_STEP = 20;
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"), StandardCharsets.ISO_8859_1);

    private final MaterialRepository materials;
    private final MaterialStore store;
    private final Sql sql;

    SearchedTexts(MaterialRepository materials, MaterialStore store, Sql sql) {
        this.materials = materials;
        this.store = store;
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
        int found = 0;
        for (Material material : rows) {
            found += blank(material, words) ? 1 : 0;
        }
        String last = rows.size() < FILES_A_STEP
                ? null
                : Long.toString(rows.get(rows.size() - 1).id());
        return new Step(last, rows.size(), found);
    }

    private boolean blank(Material material, PersonWords words) {
        Path file = store.placeOf(material);
        Path other = file.resolveSibling(file.getFileName() + ".blanked");
        try {
            if (!write(file, other, words)) {
                return false;
            }
            Files.move(other, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            sql.update(
                    "UPDATE material SET bytes = ?, version = version + 1 WHERE shop_id = ? AND id = ?",
                    Files.size(file),
                    material.shopId(),
                    material.id());
            return true;
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException("A text material cannot be looked through", e);
        } finally {
            delete(other);
        }
    }

    /** @return whether what was written is another text */
    private static boolean write(Path file, Path other, PersonWords words) throws IOException {
        for (Charset charset : CHARSETS) {
            try {
                return write(file, other, words, charset);
            } catch (CharacterCodingException e) {
                // It is written in another one; the last of them takes everything.
                continue;
            }
        }
        return false;
    }

    private static boolean write(Path file, Path other, PersonWords words, Charset charset) throws IOException {
        boolean isAnother = false;
        try (BufferedReader reader = Files.newBufferedReader(file, charset);
                BufferedWriter writer = Files.newBufferedWriter(other, charset)) {
            String line = reader.readLine();
            while (line != null) {
                String blanked = words.blank(line, false);
                isAnother |= !blanked.equals(line);
                writer.write(blanked);
                line = reader.readLine();
                if (line != null) {
                    writer.write('\n');
                }
            }
        }
        return isAnother;
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("What a search wrote cannot be deleted", e);
        }
    }
}
