package io.siyu.platform.privacy;

import io.quarkus.arc.All;
import io.siyu.platform.sql.Sql;

import jakarta.inject.Singleton;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
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
                .sorted(Comparator.comparing(SearchedPlace::name))
                .toList();
    }

    public List<SearchedPlace> all() {
        return places;
    }

    /** How many come before this one. */
    public int before(String name) {
        return (int) places.stream()
                .filter(place -> place.name().compareTo(name) < 0)
                .count();
    }

    /** The place, or the next one if it is there no more. */
    public Optional<SearchedPlace> from(String name) {
        return places.stream()
                .filter(place -> place.name().compareTo(name) >= 0)
                .findFirst();
    }

    public Optional<SearchedPlace> behind(String name) {
        return places.stream().filter(place -> place.name().compareTo(name) > 0).findFirst();
    }
}
