package io.siyu.order.write;

import io.siyu.order.incoming.IncomingOrder;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** What is known of orders for good, whatever a newer source leaves out: money that went back, and the payment. */
public interface OrderFacts {
    /**
     * To be called in a transaction that holds the shop's write lock.
     *
     * @return the same orders in the same sequence, each with what it does not say itself
     */
    List<IncomingOrder> completed(long shopId, List<IncomingOrder> orders);

    /**
     * What holds of orders that nobody may have brought yet: that they were deleted. Good until somebody else takes the
     * write lock.
     *
     * @return the same orders in the same sequence
     */
    List<IncomingOrder> calledOff(long shopId, List<IncomingOrder> orders);

    /**
     * Each order under the number that it is stored under, or is to be: one that the platform's id tells may have been told
     * under another number, and another order may have the number that it is told under now.
     *
     * @return the same orders in the same sequence
     */
    List<IncomingOrder> numbered(long shopId, String source, List<IncomingOrder> orders);

    /**
     * Orders that were told under other numbers than they are stored under, before or because another order has the number.
     *
     * @return by the number that was told, those that they are stored under
     */
    Map<String, List<String>> toldUnder(long shopId, List<String> numbers);

    /**
     * Keeps what a platform calls its orders, for those who will speak of them by that, and gives them the numbers that
     * are told of them now. To be called in a transaction that holds the shop's write lock, behind earlier batches.
     *
     * @param source where the orders come from, such as a format's code
     */
    void identify(long shopId, ZoneId zone, String source, List<IncomingOrder> orders);
}
