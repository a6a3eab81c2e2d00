package io.siyu.platform.sql;

import java.util.List;

/**
 * Some ids of a table in ascending order, and the conditions that pick their rows: one range where they lie close
 * together, which is the fastest, else lists.
 *
 * @param isDense whether few other rows lie between the first and the last of them
 */
public record IdPage(List<Long> ids, boolean isDense) {
    public IdPage {
        ids = List.copyOf(ids);
    }

    /** Of conditions that touch no other row: a range reaches for the row behind its end, where another page may begin. */
    public static IdPage ofRowsAlone(List<Long> ids) {
        return new IdPage(ids, false);
    }

    boolean isEmpty() {
        return ids.isEmpty();
    }

    long first() {
        return ids.get(0);
    }

    long last() {
        return ids.get(ids.size() - 1);
    }

    /**
     * Conditions of which each row of the page meets one. Of a dense page rows between meet it as well: what is done to
     * them must do nothing to those who need nothing.
     */
    public List<SqlFragment> conditions(String column) {
        if (isEmpty()) {
            return List.of();
        }
        if (isDense) {
            return List.of(SqlFragment.of(column + " BETWEEN ? AND ?", first(), last()));
        }
        return InLists.of(ids).stream()
                .map(some -> new SqlFragment(column + " IN (" + Sql.places(some.size()) + ")", List.copyOf(some)))
                .toList();
    }
}
