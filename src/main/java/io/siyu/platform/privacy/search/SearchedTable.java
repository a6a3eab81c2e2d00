package io.siyu.platform.privacy.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A table of shops' rows with texts that people wrote.
 *
 * @param key the columns of the primary key behind shop_id
 * @param columns which texts, and what becomes of one that names the person
 * @param owner the column with the buyer whom a row is about, null if there is none
 * @param isVersioned whether a change of a row counts its version up
 * @param isLast whether it is looked through behind all others
 */
public record SearchedTable(
        String name, List<String> key, Map<String, Remedy> columns, String owner, boolean isVersioned, boolean isLast) {
    /** What becomes of a text that names the person. */
    public enum Remedy {
        /** A mark stands where the words stood. */
        MARKED,
        /** The same in each value of a JSON document. */
        MARKED_IN_JSON,
        /** The same, told apart from others by the row's id: there is one of each in a shop. */
        MARKED_AND_UNIQUE,
        /** Its row is deleted. */
        ROW_DELETED
    }

    public SearchedTable {
        key = List.copyOf(key);
        columns = Map.copyOf(columns);
    }

    /** Rows that have an id. */
    public static SearchedTable of(String name, String... texts) {
        return new SearchedTable(name, List.of("id"), marked(texts), null, false, false);
    }

    public SearchedTable keyedBy(String... columns) {
        return new SearchedTable(name, List.of(columns), this.columns, owner, isVersioned, isLast);
    }

    public SearchedTable with(String column, Remedy remedy) {
        Map<String, Remedy> more = new LinkedHashMap<>(columns);
        more.put(column, remedy);
        return new SearchedTable(name, key, more, owner, isVersioned, isLast);
    }

    public SearchedTable about(String buyerColumn) {
        return new SearchedTable(name, key, columns, buyerColumn, isVersioned, isLast);
    }

    public SearchedTable versioned() {
        return new SearchedTable(name, key, columns, owner, true, isLast);
    }

    /** Written to while others are looked through. */
    public SearchedTable last() {
        return new SearchedTable(name, key, columns, owner, isVersioned, true);
    }

    private static Map<String, Remedy> marked(String... texts) {
        Map<String, Remedy> columns = new LinkedHashMap<>();
        for (String text : texts) {
            columns.put(text, Remedy.MARKED);
        }
        return columns;
    }
}
