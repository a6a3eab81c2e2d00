package io.siyu.platform.idempotency;

import java.util.Map;
import java.util.Set;

/**
 * What an operation answered.
 *
 * @param headers those that the operation itself gave, such as Location and ETag
 * @param shops whose it is: the caller was judged in them
 * @param body in JSON, null for none
 */
record Answer(int status, Map<String, String> headers, Set<Long> shops, String body) {
    Answer {
        headers = Map.copyOf(headers);
        shops = Set.copyOf(shops);
    }

    /** The shop that it is kept with, or 0 for an answer of none or several. */
    long shopId() {
        return shops.size() == 1 ? shops.iterator().next() : 0;
    }
}
