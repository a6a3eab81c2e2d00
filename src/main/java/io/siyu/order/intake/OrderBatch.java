package io.siyu.order.intake;

import io.siyu.order.file.IncomingOrder;

import java.time.ZoneId;
import java.util.List;

/**
 * Orders to be written in one transaction, each number once.
 *
 * @param importId the import they come from, null for orders that were posted
 * @param passId the import or request, so that a buyer is counted once in it
 */
record OrderBatch(Terms terms, String source, Long importId, long passId, List<IncomingOrder> orders) {
    /** Whose orders they are, and where its days begin. */
    record Terms(long shopId, ZoneId zone) {}
}
