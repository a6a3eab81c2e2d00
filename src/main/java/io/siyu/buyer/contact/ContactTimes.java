package io.siyu.buyer.contact;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** When it was last said how a buyer is to be reached, told by who keeps the orders that say so. */
public interface ContactTimes {
    /** @return the latest such time by buyer; a buyer of whom nothing was ever said is not in the map */
    Map<Long, Instant> latest(long shopId, Collection<Long> buyers);
}
