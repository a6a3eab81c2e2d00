package io.siyu.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;

/** The very rows that the service wrote, to be loaded into tables like its own: what writing them is measured against. */
final class SameRows {
    private final Connection connection;
    private final Path folder;
    private final Map<String, Path> files = new LinkedHashMap<>();
    private long rows;

    SameRows(Connection connection, Path folder) {
        this.connection = connection;
        this.folder = folder;
    }

    /** @param which condition on the table's rows */
    void copy(String table, String which) throws SQLException {
        Path file = folder.resolve(table + ".tsv").toAbsolutePath();
        try (Statement statement = connection.createStatement()) {
            rows += statement.executeUpdate(
                    "SELECT * INTO OUTFILE '" + file + "' CHARACTER SET binary FROM " + table + " WHERE " + which);
        }
        files.put(table, file);
    }

    long count() {
        return rows;
    }

    /** @return how many seconds it took to load all of them */
    double load() throws SQLException {
        double seconds = 0;
        long loaded = 0;
        try (Statement statement = connection.createStatement()) {
            for (Map.Entry<String, Path> one : files.entrySet()) {
                String table = "bench_" + one.getKey();
                statement.executeUpdate("DROP TABLE IF EXISTS " + table);
                statement.executeUpdate("CREATE TABLE " + table + " LIKE " + one.getKey());
                long start = System.nanoTime();
                loaded += statement.executeUpdate("LOAD DATA LOCAL INFILE '" + one.getValue() + "' INTO TABLE " + table
                        + " CHARACTER SET binary");
                seconds += (System.nanoTime() - start) / 1e9;
                statement.executeUpdate("DROP TABLE " + table);
            }
        }
        if (loaded != rows) {
            throw new IllegalStateException("Only " + loaded + " of " + rows + " rows were loaded");
        }
        return seconds;
    }

    void delete() {
        files.values().forEach(Stage::delete);
    }
}
