package io.siyu.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which classes write which tables, as their sources say. Classes are named by their path: feature, room, name. */
record WrittenTables(Map<String, Set<String>> writersByTable, Set<String> open, Set<String> made) {
    /** Where a class names a table that another one writes for it, and which argument that is. */
    private static final Map<String, Integer> NAMING_CALLS = Map.of(
            "BulkInsert.Table.of", 0,
            "new BulkInsert.Table", 0,
            "new BulkUpdate.Change", 0,
            "new ShopLease", 1,
            "new EncryptedTable", 0,
            "EncryptedTable.ofPersonal", 0,
            "new SearchedTable", 0,
            "SearchedTable.of", 0,
            "new ContactSearch", 0);

    static WrittenTables in(Path sources) {
        JavaTexts texts = new JavaTexts();
        WrittenTables written = new WrittenTables(new TreeMap<>(), new TreeSet<>(), new TreeSet<>());
        for (Path file : javaFiles(sources)) {
            String path = sources.relativize(file).toString().replace(".java", "");
            String source = read(file);
            texts.add(path, source);
            entityTable(path, source).ifPresent(table -> written.add(table, path));
        }
        written.addAll(texts);
        return written;
    }

    void addAll(JavaTexts texts) {
        Set<String> temporary = new TreeSet<>();
        for (String path : texts.names()) {
            for (String text : texts.texts(path)) {
                (text.startsWith("CREATE TEMPORARY") ? temporary : made).addAll(SqlWrites.made(text));
                SqlWrites.of(text).forEach(table -> add(table, path));
            }
            NAMING_CALLS.forEach(
                    (call, argument) -> texts.arguments(path, call, argument).forEach(table -> add(table, path)));
        }
        writersByTable.keySet().removeAll(temporary);
    }

    /** An entity writes its table: it alone changes its row. */
    private static Optional<String> entityTable(String path, String source) {
        if (!source.contains("\n@Entity\n")) {
            return Optional.empty();
        }
        Matcher named = Pattern.compile("@Table\\(name = \"(\\w+)\"\\)").matcher(source);
        String name = path.substring(path.lastIndexOf('/') + 1);
        return Optional.of(
                named.find()
                        ? named.group(1)
                        : name.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT));
    }

    private void add(String table, String path) {
        if (table.contains(JavaTexts.OPEN)) {
            open.add(path);
        } else {
            writersByTable.computeIfAbsent(table, t -> new TreeSet<>()).add(path);
        }
    }

    private static List<Path> javaFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
