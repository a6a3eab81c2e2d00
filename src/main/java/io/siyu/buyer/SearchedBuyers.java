package io.siyu.buyer;

import io.siyu.platform.privacy.SearchedTable;
import io.siyu.platform.privacy.SearchedTables;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Where reasons that concern other buyers may name somebody. */
class SearchedBuyers {
    @Produces
    @Singleton
    SearchedTables buyers() {
        return SearchedTables.of(
                SearchedTable.of("buyer_privacy_event", "reason").about("buyer_id"),
                SearchedTable.of("buyer_merge", "reason", "undone_reason"));
    }
}
