package io.siyu.staff.account;

import io.siyu.platform.privacy.search.SearchedTable;
import io.siyu.platform.privacy.search.SearchedTable.Remedy;
import io.siyu.platform.privacy.search.SearchedTables;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Where accounts may name a buyer. */
class SearchedAccounts {
    @Produces
    @Singleton
    SearchedTables accounts() {
        return SearchedTables.of(
                SearchedTable.of("account", "name", "persona", "retirement_reason")
                        .with("taboo_words", Remedy.MARKED_IN_JSON)
                        .versioned(),
                SearchedTable.of("account_group", "name").versioned());
    }
}
