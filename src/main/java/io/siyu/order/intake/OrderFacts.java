package io.siyu.order.intake;

import io.siyu.order.file.IncomingOrder;

import java.util.List;

/** What is known of orders for good, whatever a newer source leaves out: money that went back, and the payment. */
public interface OrderFacts {
    /**
     * To be called in a transaction that holds the shop's lane.
     *
     * @return the same orders in the same sequence, each with what it does not say itself
     */
    List<IncomingOrder> completed(long shopId, List<IncomingOrder> orders);

    /**
     * What holds of orders that nobody may have brought yet: that they were deleted. Good until somebody else has the lane.
     *
     * @return the same orders in the same sequence
     */
    List<IncomingOrder> calledOff(long shopId, List<IncomingOrder> orders);

    /**
     * Keeps what a platform calls its orders, for those who will speak of them by that. To be called in a transaction that
     * holds the shop's lane, behind earlier batches.
     *
     * @param source where the orders come from, such as a format's code
     */
    void identify(long shopId, String source, List<IncomingOrder> orders);
}
