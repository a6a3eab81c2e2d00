package io.siyu.platform.privacy.search;

import io.siyu.platform.privacy.person.PersonWords;
import io.siyu.platform.privacy.search.SearchedTable.Remedy;
import io.siyu.platform.sql.ResultRow;
import io.siyu.platform.sql.Sql;
import io.siyu.platform.sql.SqlFragment;
import io.siyu.platform.text.CleanText;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Looks through the rows of a table in the order of their key. */
final class TableSearch implements SearchedPlace {
    private static final int ROWS_A_STEP = 500;
    private static final String SEPARATOR = "\u0001";

    private final SearchedTable table;
    private final Sql sql;
    private Map<String, Integer> longest;

    TableSearch(SearchedTable table, Sql sql) {
        this.table = table;
        this.sql = sql;
    }

    /** @param words what names the person in texts about this row's buyer */
    private record Found(List<String> key, boolean isOwn, Map<String, String> texts, PersonWords words) {}

    /**
     * @param named the keys of rows that name the person
     * @param perhaps the ids of rows that may do so, or may still when they are blanked
     */
    private record Page(int rows, List<String> last, List<List<String>> named, List<String> perhaps) {}

    @Override
    public String name() {
        return table.name();
    }

    @Override
    public Set<String> columns() {
        return table.columns().keySet().stream()
                .map(column -> table.name() + "." + column)
                .collect(Collectors.toUnmodifiableSet());
    }

    @Override
    public boolean isLast() {
        return table.isLast();
    }

    @Override
    public Step search(long shopId, PersonWords words, String after) {
        Page page = next(shopId, words, after);
        int found = 0;
        for (List<String> key : page.named()) {
            found += change(shopId, key, words) ? 1 : 0;
        }
        String last = page.rows() < ROWS_A_STEP ? null : String.join(SEPARATOR, page.last());
        return new Step(last, page.rows(), found, page.perhaps());
    }

    /** One row at a time: their texts together may be more than there is room for. */
    private Page next(long shopId, PersonWords words, String after) {
        SqlFragment query = SqlFragment.of("SELECT * FROM " + table.name() + " WHERE shop_id = ?", shopId);
        if (after != null) {
            query = query.add(behind(after.split(SEPARATOR, -1)));
        }
        query = query.add(" ORDER BY " + String.join(", ", table.key()) + " LIMIT ?", ROWS_A_STEP);
        List<List<String>> named = new ArrayList<>();
        List<String> perhaps = new ArrayList<>();
        List<List<String>> all = new ArrayList<>();
        sql.forEach(query, row -> {
            Found read = read(row, words);
            all.add(read.key());
            Map<String, String> blanked = blanked(read);
            if (!blanked.isEmpty()) {
                named.add(read.key());
            }
            if (mayName(read, blanked)) {
                perhaps.add(id(read.key()));
            }
        });
        return new Page(all.size(), all.isEmpty() ? List.of() : all.get(all.size() - 1), named, perhaps);
    }

    private boolean mayName(Found row, Map<String, String> blanked) {
        PersonWords words = row.words();
        return row.texts().entrySet().stream().anyMatch(text -> {
            Remedy remedy = table.columns().get(text.getKey());
            String left = blanked.getOrDefault(text.getKey(), text.getValue());
            boolean isGone = remedy == Remedy.ROW_DELETED && blanked.containsKey(text.getKey());
            return !isGone && (remedy == Remedy.MARKED_IN_JSON ? words.mayBeInJson(left) : words.mayBeIn(left));
        });
    }

    /** The first number of a key: what is a text there may name the person. */
    private String id(List<String> key) {
        return IntStream.range(0, key.size())
                .filter(at -> !table.columns().containsKey(table.key().get(at)))
                .mapToObj(key::get)
                .findFirst()
                .orElse("");
    }

    /** (a, b) behind (x, y), in words that both databases answer from the key. */
    private SqlFragment behind(String[] at) {
        List<SqlFragment> ways = new ArrayList<>();
        for (int i = 0; i < at.length; i++) {
            SqlFragment way = SqlFragment.of("(1 = 1");
            for (int j = 0; j < i; j++) {
                way = way.add(" AND " + table.key().get(j) + " = ?", keyValue(j, at[j]));
            }
            ways.add(way.add(" AND " + table.key().get(i) + " > ?)", keyValue(i, at[i])));
        }
        return SqlFragment.of(" AND (").add(SqlFragment.join(" OR ", ways)).add(")");
    }

    /** Texts that are part of a key are never numbers alone in a table that has them there. */
    private Object keyValue(int place, String value) {
        return table.columns().containsKey(table.key().get(place)) ? value : (Object) Long.valueOf(value);
    }

    private Found read(ResultRow row, PersonWords words) throws SQLException {
        List<String> key = new ArrayList<>();
        for (String column : table.key()) {
            key.add(row.textAt(column));
        }
        Map<String, String> texts = new TreeMap<>();
        for (String column : table.columns().keySet()) {
            texts.put(column, row.textAt(column));
        }
        Long owner = table.owner() == null ? null : row.nullableLongAt(table.owner());
        return new Found(key, owner != null && words.isOf(owner), texts, words.inTextsAbout(owner));
    }

    /** The texts that are others afterwards. */
    private Map<String, String> blanked(Found row) {
        PersonWords words = row.words();
        Map<String, String> changed = new LinkedHashMap<>();
        row.texts().forEach((column, text) -> {
            boolean isJson = table.columns().get(column) == Remedy.MARKED_IN_JSON;
            String blanked = isJson ? words.blankJson(text, row.isOwn()) : words.blank(text, row.isOwn());
            if (text != null && !text.equals(blanked)) {
                changed.put(column, blanked);
            }
        });
        return changed;
    }

    /** Of the row as it is now, which nobody else changes meanwhile. */
    private boolean change(long shopId, List<String> key, PersonWords words) {
        SqlFragment row = SqlFragment.of(" FROM " + table.name()).add(where(shopId, key));
        List<Found> now = sql.list(SqlFragment.of("SELECT *").add(row).add(" FOR UPDATE"), found -> read(found, words));
        Map<String, String> changed = now.isEmpty() ? Map.of() : blanked(now.get(0));
        if (changed.isEmpty()) {
            return false;
        }
        if (changed.keySet().stream().anyMatch(column -> table.columns().get(column) == Remedy.ROW_DELETED)) {
            return sql.update(SqlFragment.of("DELETE").add(row)) == 1;
        }
        List<SqlFragment> sets = new ArrayList<>();
        changed.forEach((column, text) -> sets.add(SqlFragment.of(column + " = ?", fitting(column, text, key))));
        if (table.isVersioned()) {
            sets.add(SqlFragment.of("version = version + 1"));
        }
        return sql.update(SqlFragment.of("UPDATE " + table.name() + " SET ")
                        .add(SqlFragment.join(", ", sets))
                        .add(where(shopId, key)))
                == 1;
    }

    private SqlFragment where(long shopId, List<String> key) {
        SqlFragment where = SqlFragment.of(" WHERE shop_id = ?", shopId);
        for (int i = 0; i < key.size(); i++) {
            where = where.add(" AND " + table.key().get(i) + " = ?", keyValue(i, key.get(i)));
        }
        return where;
    }

    /** The mark may be longer than what it stands for. */
    private String fitting(String column, String text, List<String> key) {
        String end = table.columns().get(column) == Remedy.MARKED_AND_UNIQUE ? " " + String.join("-", key) : "";
        int room = longest().getOrDefault(column, Integer.MAX_VALUE) - end.length();
        return CleanText.cut(text, room) + end;
    }

    /** In characters, of columns that have such a bound. */
    private synchronized Map<String, Integer> longest() {
        if (longest == null) {
            Map<String, Integer> lengths = new TreeMap<>();
            sql.forEach(
                    "SELECT column_name AS name, character_maximum_length AS longest FROM information_schema.columns"
                            + " WHERE table_schema = DATABASE() AND table_name = ? AND data_type IN ('varchar', 'char')",
                    row -> lengths.put(row.textAt("name"), row.intAt("longest")),
                    table.name());
            longest = Collections.unmodifiableMap(lengths);
        }
        return longest;
    }
}
