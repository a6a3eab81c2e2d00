package io.siyu.follower;

import io.siyu.platform.privacy.search.SearchedTable;
import io.siyu.platform.privacy.search.SearchedTable.Remedy;
import io.siyu.platform.privacy.search.SearchedTables;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Where remarks and tags of other followers may name somebody. */
class SearchedFollowers {
    @Produces
    @Singleton
    SearchedTables followers() {
        return SearchedTables.of(
                SearchedTable.of("follower", "remark").about("buyer_id").versioned(),
                SearchedTable.of("follower_tag")
                        .with("tag", Remedy.ROW_DELETED)
                        .keyedBy("follower_id", "tag")
                        .about("follower_id"),
                SearchedTable.of("follower_before_merge", "remark")
                        .keyedBy("merge_id", "follower_id")
                        .about("buyer_id"),
                SearchedTable.of("follower_tag_before_merge")
                        .with("tag", Remedy.ROW_DELETED)
                        .keyedBy("merge_id", "follower_id", "tag")
                        .about("follower_id"));
    }
}
