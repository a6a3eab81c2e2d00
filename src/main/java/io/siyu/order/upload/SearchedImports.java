package io.siyu.order.upload;

import io.siyu.platform.privacy.search.SearchedTable;
import io.siyu.platform.privacy.search.SearchedTables;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Where imports of files may name somebody. */
class SearchedImports {
    @Produces
    @Singleton
    SearchedTables imports() {
        return SearchedTables.of(
                SearchedTable.of("order_import", "file_name", "failure"),
                SearchedTable.of("order_import_reject", "value", "reason").keyedBy("import_id", "row_no"),
                SearchedTable.of("order_import_warning", "value", "reason").keyedBy("import_id", "row_no"));
    }
}
