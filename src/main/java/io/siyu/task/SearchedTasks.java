package io.siyu.task;

import io.siyu.platform.privacy.search.SearchedTable;
import io.siyu.platform.privacy.search.SearchedTable.Remedy;
import io.siyu.platform.privacy.search.SearchedTables;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Where work and its history may name somebody. */
class SearchedTasks {
    @Produces
    @Singleton
    SearchedTables tasks() {
        return SearchedTables.of(
                SearchedTable.of(
                                "task",
                                "change_note",
                                "reason",
                                "title",
                                "visible_to",
                                "copy_text",
                                "first_comment",
                                "staff_notes")
                        .with("result", Remedy.MARKED_IN_JSON)
                        .with("media", Remedy.MARKED_IN_JSON)
                        .about("follower_id")
                        .versioned(),
                SearchedTable.of("task_recipient", "note")
                        .keyedBy("task_id", "follower_id")
                        .about("buyer_id"),
                SearchedTable.of("task_event", "detail"),
                SearchedTable.of("follower_sequence", "name").versioned());
    }
}
