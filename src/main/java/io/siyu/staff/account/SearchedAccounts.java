package io.siyu.staff;

import io.siyu.platform.privacy.SearchedTable;
import io.siyu.platform.privacy.SearchedTables;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Where accounts may name a buyer. */
class SearchedAccounts {
    @Produces
    @Singleton
    SearchedTables accounts() {
        return SearchedTables.of(SearchedTable.of("account", "name", "persona").versioned());
    }
}
