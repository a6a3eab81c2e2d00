package io.siyu.platform.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** All that the server says of a schema's columns and keys, line by line. */
final class SchemaFacts {
    private SchemaFacts() {}

    static List<String> of(Connection connection) throws SQLException {
        List<String> facts = new ArrayList<>();
        read(
                connection,
                "SELECT table_name, column_name, ordinal_position, column_default, is_nullable, column_type,"
                        + " character_set_name, collation_name, extra, generation_expression"
                        + " FROM information_schema.columns WHERE table_schema = DATABASE()"
                        + " ORDER BY table_name, ordinal_position",
                facts);
        read(
                connection,
                "SELECT table_name, index_name, seq_in_index, column_name, non_unique, collation"
                        + " FROM information_schema.statistics WHERE table_schema = DATABASE()"
                        + " ORDER BY table_name, index_name, seq_in_index",
                facts);
        read(
                connection,
                "SELECT table_name, constraint_name, column_name, referenced_table_name, referenced_column_name"
                        + " FROM information_schema.key_column_usage WHERE table_schema = DATABASE()"
                        + " ORDER BY table_name, constraint_name, ordinal_position",
                facts);
        return facts;
    }

    private static void read(Connection connection, String query, List<String> facts) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                List<String> fact = new ArrayList<>();
                for (int i = 1; i <= columns; i++) {
                    fact.add(rows.getString(i));
                }
                facts.add(String.join(" ", fact.stream().map(String::valueOf).toList()));
            }
        }
    }
}
