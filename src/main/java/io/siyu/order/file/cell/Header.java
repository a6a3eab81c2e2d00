package io.siyu.order.file.cell;

import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** The names in a file's header row, found without regard to blanks around them, to case or to the width of brackets. */
public final class Header {
    private final List<String> names;
    private final Map<Column, Integer> positions = new IdentityHashMap<>();
    private final BitSet wanted = new BitSet();
    private final int width;
    private final boolean countsFrom1904;

    /** @param columns those that will be asked for; where they are is looked up once, and not for each row */
    public Header(List<String> names, Collection<Column> columns) {
        this(names, columns, false);
    }

    /** @param countsFrom1904 whether numbers below the names that are dates count days from 1904 on */
    public Header(List<String> names, Collection<Column> columns, boolean countsFrom1904) {
        this.countsFrom1904 = countsFrom1904;
        this.names =
                names.stream().map(name -> Objects.requireNonNullElse(name, "")).toList();
        Map<String, Integer> byName = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            // Some layouts repeat a name; the first one is meant.
            byName.putIfAbsent(key(this.names.get(i)), i);
        }
        byName.remove("");
        width = widthOf(this.names);
        for (Column column : columns) {
            column.names().stream()
                    .map(name -> byName.get(key(name)))
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(position -> {
                        positions.put(column, position);
                        wanted.set(position);
                    });
        }
    }

    public boolean has(Column column) {
        return positions.containsKey(column);
    }

    /** Where the column is, or -1. */
    public int position(Column column) {
        return positions.getOrDefault(column, -1);
    }

    public boolean countsFrom1904() {
        return countsFrom1904;
    }

    /** Where the columns are that were found. */
    public BitSet wanted() {
        return wanted;
    }

    /** The name as the file has it. */
    public String name(int position) {
        return position < 0 || position >= names.size()
                ? ""
                : names.get(position).strip();
    }

    /** How many cells the row of names has, empty ones at its end not counted. */
    public int width() {
        return width;
    }

    private static int widthOf(List<String> names) {
        int width = names.size();
        while (width > 0 && Cells.strip(names.get(width - 1)).isEmpty()) {
            width--;
        }
        return width;
    }

    private static String key(String name) {
        return Cells.clean(name).toLowerCase(Locale.ROOT).replace('（', '(').replace('）', ')');
    }
}
