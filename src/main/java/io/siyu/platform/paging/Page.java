package io.siyu.platform.paging;

import java.util.List;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param next what to send as {@code after} for the following page; null on the last one
 */
public record Page<T>(List<T> items, String next) {
    /**
     * Cuts a page out of rows that were read with one row more than the limit.
     *
     * @param cursorOf the keyset values of a row, in the order of the sort
     */
    public static <T> Page<T> of(List<T> rows, int limit, Function<T, Cursor> cursorOf) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, cursorOf.apply(items.get(limit - 1)).encode());
    }

    public <R> Page<R> map(Function<? super T, R> mapper) {
        return new Page<>(items.stream().<R>map(mapper).toList(), next);
    }
}
