package io.siyu.order.incoming;

import io.siyu.buyer.match.RecentBuyers;

/**
 * An order with what is work to make of it.
 *
 * @param hash the keyed hash of all it says, which tells whether anything has changed
 * @param buyer the fingerprint of what it says of its buyer
 */
public record HashedOrder(IncomingOrder order, byte[] hash, RecentBuyers.Fingerprint buyer) {
    /** The hash goes on telling the source's own word. */
    public HashedOrder withOrder(IncomingOrder other) {
        return new HashedOrder(other, hash, buyer);
    }
}
