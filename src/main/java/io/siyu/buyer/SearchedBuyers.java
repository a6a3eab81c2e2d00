package io.siyu.buyer;

import io.siyu.buyer.contact.ContactSearch;
import io.siyu.platform.privacy.FieldEncryption;
import io.siyu.platform.privacy.search.SearchedPlace;
import io.siyu.platform.privacy.search.SearchedTable;
import io.siyu.platform.privacy.search.SearchedTables;
import io.siyu.platform.sql.Sql;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Where the contacts of other buyers, and reasons that concern them, may name somebody. */
class SearchedBuyers {
    @Produces
    @Singleton
    SearchedTables buyers() {
        return SearchedTables.of(
                SearchedTable.of("buyer_privacy_event", "reason").about("buyer_id"),
                SearchedTable.of("buyer_merge", "reason", "undone_reason"));
    }

    @Produces
    @Singleton
    SearchedPlace contacts(Sql sql, FieldEncryption encryption) {
        return new ContactSearch("buyer", "id", true, sql, encryption);
    }

    /** What merges wrote over. */
    @Produces
    @Singleton
    SearchedPlace contactsBeforeMerges(Sql sql, FieldEncryption encryption) {
        return new ContactSearch("buyer_merge", "kept_id", false, sql, encryption);
    }
}
