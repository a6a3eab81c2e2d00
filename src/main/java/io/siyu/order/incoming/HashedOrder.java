package io.siyu.order.intake;

import io.siyu.buyer.RecentBuyers;
import io.siyu.order.file.IncomingOrder;

/**
 * An order with what is work to make of it.
 *
 * @param hash the keyed hash of all it says, which tells whether anything has changed
 * @param buyer the print of what it says of its buyer
 */
record HashedOrder(IncomingOrder order, byte[] hash, RecentBuyers.Print buyer) {
    /** The hash goes on telling the source's own word. */
    HashedOrder withOrder(IncomingOrder other) {
        return new HashedOrder(other, hash, buyer);
    }
}
