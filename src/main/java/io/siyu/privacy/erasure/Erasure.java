package io.siyu.privacy.erasure;

import java.time.Instant;
import java.util.Map;

/**
 * A search for the words that name an erased buyer.
 *
 * @param words what names the person, encrypted; null when it is over
 * @param places how far it is at each place that was begun, by the place's name
 */
record Erasure(
        long shopId,
        long id,
        long buyerId,
        ErasureStatus status,
        byte[] words,
        Instant requestedAt,
        Instant finishedAt,
        Map<String, PlaceProgress> places) {
    Erasure {
        places = Map.copyOf(places);
    }

    PlaceProgress at(String place) {
        return places.getOrDefault(place, PlaceProgress.begin(place));
    }
}
