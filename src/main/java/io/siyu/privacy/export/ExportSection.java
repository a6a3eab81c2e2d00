package io.siyu.privacy.export;

import com.fasterxml.jackson.core.JsonGenerator;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;

import java.io.IOException;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One part of what is known of a person, as rows of a table; those of merged buyers included. Whose tables these are
 * contributes it as a bean.
 *
 * @param place where it stands in the document: those of lower numbers come first
 */
public record ExportSection(int place, String name, Rows rows, List<Field> fields) {
    private static final int ROWS_A_PAGE = 500;

    /**
     * Where the rows are.
     *
     * @param select up to the tables
     * @param buyer the column that tells whose a row is
     * @param key the column by which pages follow each other, of the table that tells the shop
     */
    public record Rows(String select, String buyer, String key) {
        private String table() {
            return key.substring(0, key.indexOf('.'));
        }

        private String keyColumn() {
            return key.substring(key.indexOf('.') + 1);
        }
    }

    enum Type {
        TEXT,
        NUMBER,
        TIME,
        FLAG
    }

    record Field(String name, String column, Type type) {
        /** @param text {@code name} or {@code name:type}, the column named alike with underscores */
        private static Field parse(String text) {
            String[] parts = text.split(":", -1);
            String column = parts[0].replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
            return new Field(
                    parts[0], column, parts.length == 1 ? Type.TEXT : Type.valueOf(parts[1].toUpperCase(Locale.ROOT)));
        }

        private Object of(ResultRow row) throws SQLException {
            return switch (type) {
                case TEXT -> row.textAt(column);
                case NUMBER -> row.nullableLongAt(column);
                case TIME -> Objects.toString(row.instantAt(column), null);
                case FLAG -> row.booleanAt(column);
            };
        }
    }

    /** A row, and where to go on behind it. */
    record Item(long key, Map<String, Object> values) {}

    public ExportSection {
        fields = List.copyOf(fields);
    }

    /** @param fields each {@code name} or {@code name:type}, columns named alike with underscores */
    public static ExportSection of(int place, String name, Rows rows, String... fields) {
        return new ExportSection(
                place, name, rows, Stream.of(fields).map(Field::parse).toList());
    }

    /** Takes the shop, the buyers that the person is, and the key behind which to go on. */
    String query(int people) {
        return rows.select() + " WHERE " + rows.table() + ".shop_id = ? AND " + rows.buyer() + " IN ("
                + Sql.places(people) + ") AND " + rows.key() + " > ? ORDER BY " + rows.key() + " LIMIT " + ROWS_A_PAGE;
    }

    boolean isLastPage(List<Item> page) {
        return page.size() < ROWS_A_PAGE;
    }

    Item read(ResultRow row) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : fields) {
            values.put(field.name(), field.of(row));
        }
        return new Item(row.longAt(rows.keyColumn()), values);
    }

    static void write(JsonGenerator json, Map<String, Object> values) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, Object> value : values.entrySet()) {
            json.writePOJOField(value.getKey(), value.getValue());
        }
        json.writeEndObject();
    }
}
