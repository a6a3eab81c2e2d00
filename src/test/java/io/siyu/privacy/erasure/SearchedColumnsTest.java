package io.siyu.privacy.erasure;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.siyu.platform.privacy.search.SearchedPlaces;
import io.siyu.platform.sql.Sql;
import io.siyu.support.Database;
import org.junit.jupiter.api.Test;

import jakarta.inject.Inject;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** Each column that can hold a text is looked through when a person is erased, or it is known why it is not. */
@QuarkusTest
@QuarkusTestResource(Database.class)
class SearchedColumnsTest {
    @Inject
    Sql sql;

    @Inject
    SearchedPlaces places;

    @Test
    void everyTextIsSearchedOrKnownToNameNobody() {
        Set<String> undecided = columns();
        undecided.removeAll(searched());
        undecided.removeIf(column -> UnsearchedColumns.why(column).isPresent());
        assertThat(undecided)
                .as("give them to a SearchedTables bean of their feature, or say in UnsearchedColumns why not")
                .isEmpty();
    }

    @Test
    void whatIsSaidOfColumnsIsSaidOfColumnsThatAreThere() {
        Set<String> columns = columns();
        assertThat(columns).containsAll(searched()).containsAll(UnsearchedColumns.columns());
        assertThat(searched()).doesNotContainAnyElementsOf(UnsearchedColumns.columns());
    }

    private Set<String> searched() {
        return places.all().stream()
                .flatMap(place -> place.columns().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<String> columns() {
        return new TreeSet<>(sql.list(
                "SELECT table_name AS t, column_name AS c FROM information_schema.columns WHERE table_schema = DATABASE()"
                        + " AND data_type IN ('char', 'varchar', 'tinytext', 'text', 'mediumtext', 'longtext', 'json',"
                        + " 'binary', 'varbinary', 'tinyblob', 'blob', 'mediumblob', 'longblob')",
                row -> (row.textAt("t") + "." + row.textAt("c")).toLowerCase(Locale.ROOT)));
    }
}
