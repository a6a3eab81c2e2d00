package io.siyu.tables;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which feature each table is of: the one after which the file is named that makes it. */
final class OwnersByMigration {
    private static final Path MIGRATIONS = Path.of("db/migration");
    private static final Pattern FILE = Pattern.compile("V\\d+__add_(\\w+)\\.sql");
    private static final Pattern TABLE = Pattern.compile("CREATE TABLE IF NOT EXISTS (\\w+)");

    /** Files that are named after a part of a feature. */
    private static final Map<String, String> FEATURES = Map.of(
            "quartz", "platform",
            "idempotency_key", "platform",
            "reencryption", "platform",
            "buyer_merge", "buyer",
            "order_import", "order",
            "order_figures", "order",
            "order_hook", "webhook");

    /** Tables that stand in the file of another feature, whose own tables they go with. */
    private static final Map<String, String> ELSEWHERE =
            Map.of("buyer_erasure", "privacy", "buyer_erasure_place", "privacy", "buyer_merge_order", "order");

    private OwnersByMigration() {}

    /** Features by table. */
    static Map<String, String> read() throws IOException {
        Map<String, String> owners = new TreeMap<>();
        for (Path file : files()) {
            Matcher named = FILE.matcher(file.getFileName().toString());
            if (!named.matches()) {
                throw new AssertionError("Of which feature are the tables in " + file + "?");
            }
            Matcher table = TABLE.matcher(Files.readString(file));
            while (table.find()) {
                owners.put(table.group(1), FEATURES.getOrDefault(named.group(1), named.group(1)));
            }
        }
        owners.putAll(ELSEWHERE);
        return owners;
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            return files.toList();
        }
    }
}
