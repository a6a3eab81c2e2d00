package io.siyu.segment;

import io.siyu.platform.privacy.search.SearchedTable;
import io.siyu.platform.privacy.search.SearchedTable.Remedy;
import io.siyu.platform.privacy.search.SearchedTables;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Where filters may name somebody, such as by a tag. */
class SearchedSegments {
    @Produces
    @Singleton
    SearchedTables segments() {
        return SearchedTables.of(SearchedTable.of("buyer_segment", "filter")
                .with("name", Remedy.MARKED_AND_UNIQUE)
                .versioned());
    }
}
