package io.siyu.content;

import io.siyu.platform.privacy.search.SearchedTable;
import io.siyu.platform.privacy.search.SearchedTable.Remedy;
import io.siyu.platform.privacy.search.SearchedTables;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Where texts to be posted may name somebody. */
class SearchedContent {
    @Produces
    @Singleton
    SearchedTables content() {
        return SearchedTables.of(
                SearchedTable.of("script", "title", "copy", "first_comment", "staff_notes")
                        .with("media", Remedy.MARKED_IN_JSON)
                        .versioned(),
                SearchedTable.of("script_version", "copy", "first_comment", "staff_notes")
                        .with("media", Remedy.MARKED_IN_JSON),
                SearchedTable.of("material", "title", "tags", "consent_note").versioned(),
                SearchedTable.of("shop_word_list")
                        .with("words", Remedy.MARKED_IN_JSON)
                        .keyedBy("revision"));
    }
}
