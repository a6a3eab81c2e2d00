package io.siyu.feedback;

import io.siyu.platform.privacy.search.SearchedTable;
import io.siyu.platform.privacy.search.SearchedTables;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Where reports may name somebody. */
class SearchedFeedback {
    @Produces
    @Singleton
    SearchedTables feedback() {
        return SearchedTables.of(
                SearchedTable.of("feedback", "text", "reason", "note", "answer", "product")
                        .about("follower_id")
                        .versioned(),
                SearchedTable.of("feedback_event", "note"));
    }
}
