package io.siyu.platform.privacy.search;

import io.quarkus.arc.All;
import io.siyu.platform.sql.Sql;

import jakarta.inject.Singleton;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** All places where words about people may stand, in the sequence in which an erasure looks through them. */
@Singleton
public class SearchedPlaces {
    private final List<SearchedPlace> places;

    SearchedPlaces(@All List<SearchedPlace> places, @All List<SearchedTables> tables, Sql sql) {
        this.places = Stream.concat(
                        places.stream(),
                        tables.stream()
                                .flatMap(some -> some.tables().stream())
                                .map(table -> new TableSearch(table, sql)))
                .sorted(Comparator.comparing(SearchedPlace::isLast)
                        .thenComparing(place -> !place.isFirst())
                        .thenComparing(SearchedPlace::name))
                .toList();
    }

    public List<SearchedPlace> all() {
        return places;
    }
}
