package io.siyu.audit;

import io.siyu.platform.privacy.search.SearchedTable;
import io.siyu.platform.privacy.search.SearchedTable.Remedy;
import io.siyu.platform.privacy.search.SearchedTables;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Where states of things that people named may name somebody; nothing else is ever changed in the trail. */
class SearchedAudit {
    @Produces
    @Singleton
    SearchedTables audit() {
        return SearchedTables.of(SearchedTable.of("audit_event")
                .with("before_state", Remedy.MARKED_IN_JSON)
                .with("after_state", Remedy.MARKED_IN_JSON)
                .last());
    }
}
