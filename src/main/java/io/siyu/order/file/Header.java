package io.siyu.order.file;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names in a file's header row, found without regard to blanks around them or to case. */
public final class Header {
    private final Map<String, Integer> positions = new HashMap<>();
    private final int width;

    public Header(List<String> names) {
        width = names.size();
        for (int i = 0; i < width; i++) {
            // Some layouts repeat a name; the first one is meant.
            positions.putIfAbsent(key(names.get(i)), i);
        }
        positions.remove("");
    }

    boolean has(Column column) {
        return position(column) >= 0;
    }

    /** Where the column is, or -1. */
    int position(Column column) {
        for (String name : column.names()) {
            Integer position = positions.get(key(name));
            if (position != null) {
                return position;
            }
        }
        return -1;
    }

    /** How many cells a row of the file has. */
    int width() {
        return width;
    }

    private static String key(String name) {
        return Cells.strip(name).toLowerCase(Locale.ROOT);
    }
}
