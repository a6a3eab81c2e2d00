package io.siyu.platform.sql;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Cuts what an IN list would hold into lists of a size that every database takes by its index. */
public final class InLists {
    /** MariaDB turns IN lists of 1000 and more into temporary tables. */
    private static final int SIZE = 500;

    private InLists() {}

    public static <T> List<List<T>> of(Collection<T> all) {
        List<T> list = List.copyOf(all);
        List<List<T>> chunks = new ArrayList<>();
        for (int from = 0; from < list.size(); from += SIZE) {
            chunks.add(list.subList(from, Math.min(list.size(), from + SIZE)));
        }
        return chunks;
    }

    /** The parameters of a statement that has some first and then the list. */
    public static Object[] params(Collection<?> list, Object... first) {
        List<Object> params = new ArrayList<>(List.of(first));
        params.addAll(list);
        return params.toArray();
    }
}
