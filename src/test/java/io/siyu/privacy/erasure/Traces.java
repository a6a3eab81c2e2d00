package io.siyu.privacy.erasure;

import io.agroal.api.AgroalDataSource;
import io.quarkus.arc.All;
import io.siyu.platform.privacy.Decrypting;
import io.siyu.platform.privacy.EncryptedTable;
import org.eclipse.microprofile.config.inject.ConfigProperty;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Finds where a person is named in what a shop has stored, decrypted with the application's keys where it is encrypted. */
@ApplicationScoped
class Traces {
    private static final Set<String> TEXTS =
            Set.of("char", "varchar", "tinytext", "text", "mediumtext", "longtext", "json");
    private static final Set<String> BYTES =
            Set.of("binary", "varbinary", "tinyblob", "blob", "mediumblob", "longblob");

    @Inject
    AgroalDataSource database;

    @Inject
    @All
    List<EncryptedTable> encrypted;

    @Inject
    Decrypting decrypting;

    @ConfigProperty(name = "siyu.data-folder")
    Path dataFolder;

    /** @return the columns, each as {@code table.column} */
    Set<String> inTables(long shopId, List<String> words) {
        Map<String, EncryptedTable> sealed =
                encrypted.stream().collect(Collectors.toMap(EncryptedTable::name, Function.identity()));
        Set<String> found = new TreeSet<>();
        try (Connection connection = database.getConnection()) {
            for (Map.Entry<String, Map<String, String>> table :
                    tables(connection).entrySet()) {
                search(connection, table.getKey(), table.getValue(), sealed.get(table.getKey()), shopId, words, found);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The database cannot be searched", e);
        }
        return found;
    }

    /** In the data folder, but for the files of a database that happens to be in it. */
    Set<String> inFiles(List<String> words) {
        Set<String> found = new TreeSet<>();
        try {
            Files.walkFileTree(dataFolder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                    String name = folder.getFileName().toString();
                    return name.startsWith("mariadb") || name.startsWith("mysql")
                            ? FileVisitResult.SKIP_SUBTREE
                            : FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    if (names(Files.readString(file, StandardCharsets.ISO_8859_1), latin(words))) {
                        found.add(file.toString());
                    }
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult visitFileFailed(Path file, IOException e) {
                    // Another test has just deleted it.
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found;
    }

    /** The columns that can hold text, with their types, by table. */
    private static Map<String, Map<String, String>> tables(Connection connection) throws SQLException {
        Map<String, Map<String, String>> tables = new TreeMap<>();
        try (PreparedStatement select =
                        connection.prepareStatement("SELECT table_name AS t, column_name AS c, data_type"
                                + " AS d FROM information_schema.columns WHERE table_schema = DATABASE()");
                ResultSet rows = select.executeQuery()) {
            while (rows.next()) {
                tables.computeIfAbsent(rows.getString("t"), name -> new TreeMap<>())
                        .put(rows.getString("c"), rows.getString("d").toLowerCase(Locale.ROOT));
            }
        }
        return tables;
    }

    private void search(
            Connection connection,
            String table,
            Map<String, String> columns,
            EncryptedTable sealed,
            long shopId,
            List<String> words,
            Set<String> found)
            throws SQLException {
        boolean isOfShops = columns.containsKey("shop_id");
        String id = sealed == null ? "0" : sealed.id();
        try (PreparedStatement select = connection.prepareStatement("SELECT t.*, " + id + " AS traced_id FROM " + table
                + " t" + (isOfShops ? " WHERE shop_id IN (0, ?)" : ""))) {
            if (isOfShops) {
                select.setLong(1, shopId);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    for (Map.Entry<String, String> column : columns.entrySet()) {
                        String text = textOf(row, column.getKey(), column.getValue(), sealed);
                        if (text != null && names(text, words)) {
                            found.add((table + "." + column.getKey()).toLowerCase(Locale.ROOT));
                        }
                    }
                }
            }
        }
    }

    private String textOf(ResultSet row, String column, String type, EncryptedTable sealed) throws SQLException {
        if (sealed != null && sealed.bindings().containsKey(column)) {
            byte[] value = row.getBytes(column);
            return value == null
                    ? null
                    : decrypting.text(sealed, column, row.getLong("shop_id"), row.getLong("traced_id"), value);
        }
        if (TEXTS.contains(type)) {
            return row.getString(column);
        }
        byte[] value = BYTES.contains(type) ? row.getBytes(column) : null;
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    private static boolean names(String text, List<String> words) {
        String digits = text.replaceAll("[\\s().,\\-]", "");
        return words.stream().anyMatch(word -> text.contains(word) || digits.contains(word));
    }

    /** UTF-8 read as if each byte were a sign. */
    private static List<String> latin(List<String> words) {
        return words.stream()
                .map(word -> new String(word.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1))
                .toList();
    }
}
