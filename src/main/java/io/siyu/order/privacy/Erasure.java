package io.siyu.order.privacy;

import java.time.Instant;
import java.util.Map;

/**
 * A search for the words that name an erased buyer.
 *
 * @param words what names the person, encrypted; null when it is over
 * @param place that is looked through, empty before the first
 * @param checkpoint behind which to go on there, null at its beginning
 */
record Erasure(
        long shopId,
        long id,
        long buyerId,
        ErasureStatus status,
        byte[] words,
        String place,
        String checkpoint,
        long rows,
        Map<String, Integer> found,
        Instant requestedAt,
        Instant finishedAt) {}
