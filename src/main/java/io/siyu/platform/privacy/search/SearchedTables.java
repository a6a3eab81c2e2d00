package io.siyu.platform.privacy.search;

import java.util.List;

/** Those of a feature, as a bean of it. */
public record SearchedTables(List<SearchedTable> tables) {
    public SearchedTables {
        tables = List.copyOf(tables);
    }

    public static SearchedTables of(SearchedTable... tables) {
        return new SearchedTables(List.of(tables));
    }
}
