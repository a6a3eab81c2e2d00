package io.siyu.operations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;

/** Rows in every table of a database, of whatever its columns can hold that a dump might spoil. */
final class FilledTables {
    private static final int ROWS = 3;
    private static final String AWKWARD = "'七夕💝\\\n\t;--";

    private FilledTables() {}

    private record Column(String name, String type, boolean isNullable, long length, boolean isUnicode) {
        Object value(int row) {
            if (isNullable && row == 0) {
                return null;
            }
            return switch (type) {
                case "tinyint" -> row % 2;
                case "smallint", "int", "bigint", "mediumint" -> 100 + row;
                case "decimal", "float", "double" -> row + "";
                case "date" -> "2026-02-0" + (row + 1);
                case "datetime", "timestamp" -> "2026-02-0" + (row + 1) + " 23:59:59.123456";
                case "time" -> "09:0" + row + ":00";
                case "binary", "varbinary", "blob", "mediumblob", "longblob", "tinyblob" -> bytes(row);
                default -> !isUnicode || length < AWKWARD.length() + 1 ? "" + row : row + AWKWARD;
            };
        }

        private byte[] bytes(int row) {
            byte[] all = {(byte) row, 0, '\'', '\\', (byte) 0xff, (byte) 0x1a};
            return length < all.length ? new byte[] {(byte) row} : all;
        }
    }

    static List<String> names(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery(
                        "SELECT table_name FROM information_schema.tables WHERE table_schema = 'siyu' ORDER BY 1")) {
            while (tables.next()) {
                names.add(tables.getString(1));
            }
        }
        return names;
    }

    static void fill(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("SET foreign_key_checks = 0");
        }
        for (String table : names(connection)) {
            List<Column> columns = columns(connection, table);
            String insert = "INSERT INTO `" + table + "` ("
                    + columns.stream().map(column -> "`" + column.name() + "`").collect(Collectors.joining(","))
                    + ") VALUES (" + String.join(",", Collections.nCopies(columns.size(), "?")) + ")";
            try (PreparedStatement statement = connection.prepareStatement(insert)) {
                for (int row = 0; row < ROWS; row++) {
                    for (int i = 0; i < columns.size(); i++) {
                        statement.setObject(i + 1, columns.get(i).value(row));
                    }
                    statement.executeUpdate();
                }
            }
        }
    }

    private static List<Column> columns(Connection connection, String table) throws SQLException {
        List<Column> columns = new ArrayList<>();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT column_name, data_type, is_nullable, character_maximum_length,"
                        + " character_set_name FROM information_schema.columns"
                        + " WHERE table_schema = 'siyu' AND table_name = ? AND extra NOT LIKE '%GENERATED%'"
                        + " ORDER BY ordinal_position")) {
            statement.setString(1, table);
            try (ResultSet found = statement.executeQuery()) {
                while (found.next()) {
                    columns.add(new Column(
                            found.getString(1),
                            found.getString(2).toLowerCase(java.util.Locale.ROOT),
                            "YES".equals(found.getString(3)),
                            found.getLong(4),
                            "utf8mb4".equals(found.getString(5))));
                }
            }
        }
        return columns;
    }
}
