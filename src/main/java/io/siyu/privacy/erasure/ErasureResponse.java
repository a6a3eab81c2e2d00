package io.siyu.privacy.erasure;

import io.siyu.platform.ids.Id;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * How the erasure of a buyer goes.
 *
 * @param placesDone of the places where people write, how many are looked through
 * @param rows that were looked at so far
 * @param found rows that named the person, by place; places with none are left out
 * @param perhaps rows that may still name the person, by place, for people to look at; places with none are left out
 * @param outstanding the places that are not looked through, those that failed first
 */
public record ErasureResponse(
        Id buyerId,
        ErasureStatus status,
        Instant requestedAt,
        Instant finishedAt,
        int places,
        int placesDone,
        long rows,
        Map<String, Integer> found,
        Map<String, PerhapsNamed> perhaps,
        List<OutstandingPlace> outstanding) {
    static ErasureResponse none(Id buyerId) {
        return new ErasureResponse(buyerId, ErasureStatus.NONE, null, null, 0, 0, 0, Map.of(), Map.of(), List.of());
    }
}
