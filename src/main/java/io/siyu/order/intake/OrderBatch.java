package io.siyu.order.intake;

import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.List;

/**
 * Orders to be written in one transaction, each number once.
 *
 * @param importId what counts them; a request that is no import has an id of its own too
 */
record OrderBatch(Terms terms, String source, long importId, List<IncomingOrder> orders) {
    /** What the shop's orders are judged by. */
    record Terms(long shopId, ZoneId zone, BigDecimal minimumOrderAmount) {}
}
