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

/**
 * One part of what is known of a person, as rows of a table.
 *
 * @param query takes the shop, the buyers that the person is, and the key behind which to go on
 * @param key the column by which pages follow each other
 */
record ExportSection(String name, String query, String key, List<Field> fields) {
    /** Where a query has as many places as the person is buyers. */
    static final String PEOPLE = "{people}";

    private static final int ROWS_A_PAGE = 500;

    enum Type {
        TEXT,
        NUMBER,
        TIME,
        FLAG
    }

    record Field(String name, String column, Type type) {
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

    /** @param fields each {@code name}, {@code name:type}, columns named alike with underscores */
    static ExportSection of(String name, String key, String query, String... fields) {
        return new ExportSection(
                name,
                query + " AND " + key + " > ? ORDER BY " + key + " LIMIT " + ROWS_A_PAGE,
                key.substring(key.indexOf('.') + 1),
                List.of(fields).stream().map(ExportSection::field).toList());
    }

    String query(int people) {
        return query.replace(PEOPLE, Sql.places(people));
    }

    boolean isLastPage(List<Item> page) {
        return page.size() < ROWS_A_PAGE;
    }

    Item read(ResultRow row) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Field field : fields) {
            values.put(field.name(), field.of(row));
        }
        return new Item(row.longAt(key), values);
    }

    static void write(JsonGenerator json, Map<String, Object> values) throws IOException {
        json.writeStartObject();
        for (Map.Entry<String, Object> value : values.entrySet()) {
            json.writePOJOField(value.getKey(), value.getValue());
        }
        json.writeEndObject();
    }

    private static Field field(String text) {
        String[] parts = text.split(":", -1);
        String column = parts[0].replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        return new Field(
                parts[0], column, parts.length == 1 ? Type.TEXT : Type.valueOf(parts[1].toUpperCase(Locale.ROOT)));
    }
}
