package io.siyu.order.intake;

import java.time.ZoneId;
import java.util.List;

/**
 * Orders to be written in one transaction, each number once.
 *
 * @param importId the import they come from, null for orders that were posted
 */
record OrderBatch(Pass pass, ZoneId zone, String source, Long importId, List<HashedOrder> orders) {
    long shopId() {
        return pass.shopId();
    }
}
