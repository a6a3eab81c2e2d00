package io.siyu.order.write;

import io.siyu.order.incoming.HashedOrder;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * Orders to be written in one transaction, each number once.
 *
 * @param importId the import they come from, null for orders that were posted
 * @param received when they were, of several the earliest: who was erased since is not learned from them
 */
public record OrderBatch(
        ImportSession session, ZoneId zone, String source, Long importId, Instant received, List<HashedOrder> orders) {
    long shopId() {
        return session.shopId();
    }
}
